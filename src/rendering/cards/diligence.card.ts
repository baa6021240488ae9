import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Diligence } from '../../domain/project/diligence.ts';
import type { Project } from '../../domain/project/project.ts';
import { dayText } from '../day.ts';
import { maskedWords, short } from '../format.ts';
import { facts, list, note, type Reply, say, sayMore } from '../reply.ts';

interface Looked {
  readonly id: number;
  readonly name: string;
  readonly strength: string | null;
  readonly risk: string | null;
  readonly on: CalendarDate | null;
}

/** "实力强，风险低（6月10日）". */
export const diligenceText = ({ strength, risk, on }: Diligence, today: CalendarDate): string =>
  `实力${strength}，${risk === '无' ? '未见风险' : `风险${risk}`}（${dayText(on, today)}）`;

/** What was found of a project's investor; with how to say it when nobody looked. */
export const diligenceCard = (
  project: Pick<Project, 'id' | 'name' | 'investor'>,
  found: Diligence | null,
  today: CalendarDate,
  title = '尽调',
): Reply => ({
  title: `${title}：X${project.id} ${project.name}${found ? `，${diligenceText(found, today)}` : '，还没有查过投资方'}`,
  tone: found?.risk === '高' ? 'warn' : 'ok',
  record: `X${project.id}`,
  parts: found
    ? [
        facts(
          ['投资方', project.investor],
          ['情况', found.words && maskedWords(found.words)],
          ['来源', found.source],
          ['查的人', found.by],
        ),
        ...(found.risk === '高' ? [note('风险高的，签约前请报分管领导定；也可以“评估”时写否决。')] : []),
      ]
    : [note(`查过以后记下来：尽调 X${project.id} 实力强 风险低 注册资本5000万，被执行1起已结 来源 信用公示系统`)],
  buttons: [say('查看项目', `查 X${project.id}`), say('评估', `评估 X${project.id}`)],
});

const SHOWN = 8;

/** Risky investors first, then those nobody looked at. */
export function diligenceReply(looked: readonly Looked[], today: CalendarDate): Reply {
  const risky = looked.filter(({ risk }) => risk === '高' || risk === '中');
  const blank = looked.filter(({ risk }) => risk === null);
  const rows = [...risky, ...blank];
  return {
    title: `在手项目 ${looked.length} 个：投资方查过 ${looked.length - blank.length} 个${risky.length > 0 ? `，有风险 ${risky.length} 个` : ''}`,
    tone: risky.some(({ risk }) => risk === '高') ? 'warn' : 'info',
    parts: [
      ...(rows.length > 0 ? [list(rows.slice(0, SHOWN).map((one) => lineOf(one, today)))] : []),
      ...(rows.length > SHOWN ? [note(`另有 ${rows.length - SHOWN} 个，大的在前。`)] : []),
      note('工商、失信、被执行请到公示系统人工查，查完记一句：尽调 X113 实力强 风险低 情况 来源 …'),
    ],
    buttons: [sayMore('记尽调', '尽调')],
  };
}

const lineOf = ({ id, name, strength, risk, on }: Looked, today: CalendarDate): string =>
  risk === null
    ? `X${id} ${short(name, 24)}：没有查过`
    : `X${id} ${short(name, 24)}：实力${strength}，风险${risk}${on ? `（${dayText(on, today)}）` : ''}`;
