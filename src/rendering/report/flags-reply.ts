import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Flagged, FlagsModel } from '../../domain/report/model.ts';
import { dayText } from '../day.ts';
import { list, note, type Part, type Reply, say, text } from '../reply.ts';
import { filesOf } from './board-reply.ts';
import type { ReportFiles } from './files.ts';
import { cutOffText } from './year-on-year.ts';

type Group = FlagsModel['groups'][number];

/** The quarter's flags in chat, with the reason of each. `yellowOn`: the yellow ones are being checked until that day. */
export function flagsReply(model: FlagsModel, yellowOn: CalendarDate | null = null, files: ReportFiles = []): Reply {
  const held = model.groups.reduce((count, { yellow }) => count + yellow.length, 0);
  return {
    title: `${model.org}${model.title}`,
    tone: 'info',
    parts: [
      ...model.groups.map(
        (group): Part => list(linesOf(group, yellowOn !== null), `${group.name}（${group.size} 家）`),
      ),
      ...(yellowOn && held > 0 ? [text(`黄旗 ${held} 家，正在和有关单位核对，${dayText(yellowOn)}公布。`)] : []),
      ...filesOf(files),
      footOf(model),
    ],
  };
}

/** The yellow flags after the check, with how many objected and what came of it. */
export function yellowFlagsReply(
  model: FlagsModel,
  objections: readonly { readonly verdict: 'upheld' | 'dismissed' | null }[],
  files: ReportFiles = [],
): Reply {
  const flagged = model.groups.filter(({ yellow }) => yellow.length > 0);
  const count = (verdict: 'upheld' | 'dismissed' | null) =>
    objections.filter((objection) => objection.verdict === verdict).length;
  return {
    title: `${model.org}${model.title}：黄旗`,
    tone: 'warn',
    parts: [
      ...flagged.map((group): Part => list(group.yellow.map(yellowLine), `${group.name}（${group.size} 家）`)),
      ...(flagged.length === 0 ? [text('核对后没有单位列入黄旗。')] : []),
      ...(objections.length > 0
        ? [
            text(
              `提出异议 ${objections.length} 件：成立 ${count('upheld')}，不成立 ${count('dismissed')}，未答复 ${count(null)}。`,
            ),
          ]
        : []),
      ...filesOf(files),
      footOf(model),
    ],
  };
}

/** To a head before the group sees it: the figures, until when to object, and how. */
export function quietCheckReply(model: FlagsModel, group: string, flag: Flagged, yellowOn: CalendarDate): Reply {
  return {
    title: `请核对：${flag.unit}${model.periodLabel}拟列黄旗（${group}第 ${flag.rank}，${flag.score} 分）`,
    tone: 'warn',
    parts: [
      text(flag.why),
      note(`${dayText(yellowOn)}在群里公布。数字有误的，请在此前发“异议 理由”，记录在案，由投促中心答复。`),
    ],
    buttons: [say('我的排名', '我的排名', 'primary')],
  };
}

const linesOf = ({ red, yellow }: Group, held: boolean): readonly string[] => [
  ...red.map((one) => `红旗 第${one.rank} ${one.unit} ${one.score}分：${one.why}`),
  ...(held ? [] : yellow.map(yellowLine)),
  ...(yellow.length === 0 ? ['本组不设黄旗或没有单位列入'] : []),
];

const yellowLine = (one: Flagged): string => `黄旗 第${one.rank} ${one.unit} ${one.score}分：${one.why}`;

const footOf = (model: FlagsModel): Part =>
  note(`${model.spanLabel}，数据截至 ${cutOffText(model)}。口径：${model.calibre}`);
