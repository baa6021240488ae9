import type { CalendarDate } from '../../domain/calendar/date.ts';
import { TARGET_METRICS, type Target } from '../../domain/target/target.ts';
import { dayText } from '../day.ts';
import { facts, list, note, type Reply, type StoredFile, say } from '../reply.ts';
import { pledgeText } from './pledge-text.ts';
import { figureText } from './target.card.ts';

interface Pledge {
  readonly signatory: string;
  readonly signedOn: CalendarDate;
  readonly text: string | null;
  readonly file: StoredFile | null;
}

interface Sight {
  readonly unit: string;
  readonly year: number;
  readonly pledge: Pledge | null;
  readonly targets: readonly Target[];
}

/** A unit's pledge beside the targets it is for, with the signed paper. `done`: it was just kept. */
export const pledgeCard = ({ unit, year, pledge, targets }: Sight, done = false): Reply => ({
  title: `${done ? '已存 ' : ''}${unit} ${year} 年军令状：${pledgeText(pledge)}`,
  tone: done ? 'ok' : 'info',
  parts: [
    ...(pledge?.text ? [facts(['内容', pledge.text])] : []),
    targets.length > 0
      ? list(
          targets.map((target) => `${TARGET_METRICS[target.metric].name} ${figureText(target, target.annual)}`),
          '目标任务',
        )
      : note('这一年还没有定目标任务。'),
    ...(pledge?.file ? [{ type: 'file' as const, file: pledge.file }] : []),
    ...(pledge && !pledge.file ? [note(`扫描件还没有存，可随“军令状 ${unit} ${pledge.signatory}”一起发来。`)] : []),
  ],
  buttons: [say('看进度', `进度 ${unit}`)],
});

/** Who has signed, who has not. */
export function pledgesReply(
  year: number,
  units: readonly { readonly unit: string; readonly pledge: Pledge | null }[],
): Reply {
  const signed = units.filter(({ pledge }) => pledge !== null);
  const left = units.filter(({ pledge }) => pledge === null).map(({ unit }) => unit);
  return {
    title: `${year} 年军令状：${units.length} 个单位已签 ${signed.length} 个`,
    tone: 'info',
    parts: [
      ...(signed.length > 0
        ? [
            {
              type: 'table' as const,
              columns: [{ head: '单位' }, { head: '签订人' }, { head: '日期' }, { head: '扫描件' }],
              rows: signed.map(({ unit, pledge }) => [
                unit,
                pledge?.signatory ?? '',
                pledge ? dayText(pledge.signedOn) : '',
                pledge?.file ? '有' : '无',
              ]),
            },
          ]
        : []),
      ...(left.length > 0 ? [note(`还没有签：${left.join('、')}`)] : []),
      note('投促中心登记：军令状 单位 签订人 日期，可附扫描件。'),
    ],
    buttons: [say('看目标', '目标')],
  };
}
