import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { BoardModel } from '../../domain/report/model.ts';
import { dayText } from '../day.ts';
import { list, note, type Reply, say, type TablePart } from '../reply.ts';

interface Edition {
  readonly name: string;
  readonly edition: number | null;
  readonly activeFrom?: CalendarDate;
}

/** The boards of an org and the drafts that wait. */
export function boardsReply(inForce: readonly Edition[], drafts: readonly Edition[]): Reply {
  const lines = inForce.map(({ name, edition, activeFrom }) =>
    edition === null || !activeFrom ? `${name}：系统自带的方案` : `${name}：第 ${edition} 版，${dayText(activeFrom)}起`,
  );
  return {
    title: `考核方案 ${inForce.length} 个${drafts.length > 0 ? `，草案 ${drafts.length} 个` : ''}`,
    tone: 'info',
    parts: [
      list(lines, '正在用'),
      ...(drafts.length > 0
        ? [
            list(
              drafts.map(({ name, edition }) => `${name} 第 ${edition} 版`),
              '草案',
            ),
          ]
        : []),
      note('改方案：“方案 导出 榜名”取出文件，改好发回来就是草案；“方案 试算”看结果，“方案 启用”才生效。'),
    ],
    buttons: [
      say('导出', `方案 导出 ${inForce[0]?.name ?? ''}`),
      say('能用的指标', '方案 指标'),
      ...(drafts.length > 0 ? [say('试算', '方案 试算', 'primary')] : []),
    ],
  };
}

/** A draft was kept. */
export const draftReply = ({ name, edition }: Edition): Reply => ({
  title: `已存草案：${name} 第 ${edition} 版，还没有生效`,
  tone: 'ok',
  parts: [note('先用过去的月份试算，看位次怎么变，再启用。')],
  buttons: [
    say('试算上月', `方案 试算 ${name} 上月`, 'primary'),
    say('试算本月', `方案 试算 ${name} 本月`),
    say('启用', `方案 启用 ${name}`),
  ],
});

/** A draft worked out on a month beside the board in force. */
export function trialReply(draft: Edition, now: BoardModel | null, tried: BoardModel): Reply {
  const places = new Map(now?.groups.flatMap(({ rows }) => rows.map((row) => [row.unitId, row.rank] as const)));
  const rows = tried.groups.flatMap((group) =>
    group.rows.map((row) => ({ ...row, was: places.get(row.unitId) ?? null })),
  );
  const moved = rows.filter(({ rank, was }) => now && rank !== was).length;
  const table = ({ name, rows: own }: BoardModel['groups'][number]): TablePart => ({
    type: 'table',
    heading: name || '全部',
    columns: [
      { head: '单位' },
      { head: '试算', align: 'right' },
      { head: '现行', align: 'right' },
      ...tried.columns.map((head) => ({ head, align: 'right' as const })),
    ],
    rows: own.map((row) => [
      `${row.unit}${row.flags.map((flag) => `【${flag}】`).join('')}`,
      place(row.rank),
      place(places.get(row.unitId) ?? null),
      ...tried.columns.map((_, at) => row.cells[at] ?? '—'),
    ]),
  });
  return {
    title: `试算 ${draft.name} 第 ${draft.edition} 版：${tried.periodLabel}，${now ? `${moved} 个单位位次有变` : '现在没有这个榜'}`,
    tone: 'info',
    parts: [...tried.groups.map(table), note(`截至 ${tried.cutOffLabel}。试算不写入、不发布。`)],
    buttons: [say('启用', `方案 启用 ${draft.name}`)],
  };
}

const place = (rank: number | null): string => (rank === null ? '—' : String(rank));

/** A board was put into force. */
export const activatedReply = ({ name, edition, activeFrom }: Edition): Reply => ({
  title: `已启用：${name} 第 ${edition} 版，${activeFrom ? dayText(activeFrom) : ''}起`,
  tone: 'ok',
  parts: [note('已发布的报告不变；10 分钟内可撤销。')],
  buttons: [say('看方案', '方案')],
});

/** What a scheme may name, in short: names by unit. */
export function figuresReply(
  figures: readonly { readonly name: string; readonly label: string; readonly unit: string }[],
): Reply {
  const units = [...new Set(figures.map(({ unit }) => unit))];
  return {
    title: `方案里能用的指标 ${figures.length} 种`,
    tone: 'info',
    parts: [
      list(
        units.map((unit) => {
          const named = figures.filter((figure) => figure.unit === unit).map(({ label }) => label);
          return `${unit}：${named.join('、')}`;
        }),
      ),
      note(
        '可加限定：签约项目数/1亿以上/省外，到位资金/本期，到位资金/上年同期，开工率/上年起/宽限3个月，招商活动数/外出招商。口径发“方案 指标 名称”。',
      ),
    ],
  };
}
