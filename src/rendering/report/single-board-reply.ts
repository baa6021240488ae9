import type { BoardModel, BoardRow } from '../../domain/report/model.ts';
import { type Button, note, type Part, type Reply, say, type TablePart } from '../reply.ts';
import { filesOf } from './board-reply.ts';
import type { ReportFiles } from './files.ts';
import { cutOffText } from './year-on-year.ts';

/** How many units of a board chat shows, and how many columns of figures fit a phone. */
const SHOWN = 8;
const COLUMNS = 3;

/** A board of its own in chat: the first of each group with what the scheme shows; everything is in its files. */
export const singleBoardReply = (model: BoardModel, files: ReportFiles = []): Reply => ({
  title: `${model.org}${model.title}（${model.periodLabel}）`,
  tone: 'info',
  parts: [...boardTables(model), ...filesOf(files), footOf(model)],
  buttons: [say('我的排名', '我的排名'), behindButton(model)],
});

/** Opens what a board's figures are made of. */
export const behindButton = ({ periodKey, periodLabel }: Pick<BoardModel, 'periodKey' | 'periodLabel'>): Button =>
  say('口径', `口径 ${/\.\.\d{4}-/.test(periodKey) ? periodKey : periodLabel}`);

/** Several boards in one post: the first five of each. */
export const boardsPost = (models: readonly BoardModel[], title: string, files: ReportFiles = []): Reply => ({
  title,
  tone: 'info',
  parts: [
    ...models.flatMap((model) => boardTables(model, 5, model.title)),
    ...filesOf(files),
    ...models.slice(0, 1).map(footOf),
  ],
});

/** The tables of a board, one for each group, with how many units and columns stand only in the board's files. */
export const boardTables = ({ columns, groups }: BoardModel, shown = SHOWN, heading = ''): readonly Part[] =>
  groups.map(({ name, rows }): TablePart => {
    const listed = rows.length <= shown + 2 ? rows : rows.slice(0, shown);
    const left = [counted(rows.length - listed.length, '个单位'), counted(columns.length - COLUMNS, '列')];
    const more = left.filter(Boolean).join('、');
    return {
      type: 'table',
      heading: [heading, name, `${rows.length} 家`].filter(Boolean).join(' · '),
      columns: [
        { head: '位次' },
        { head: '单位' },
        ...columns.slice(0, COLUMNS).map((head) => ({ head, align: 'right' as const })),
      ],
      rows: listed.map(cellsOf),
      ...(more ? { more: `另有 ${more}，见附件` } : {}),
    };
  });

const counted = (left: number, what: string): string => (left > 0 ? `${left} ${what}` : '');

const cellsOf = ({ rank, unit, flags, cells }: BoardRow): readonly string[] => [
  rank === null ? '—' : String(rank),
  `${unit}${flags.map((flag) => `【${flag}】`).join('')}`,
  ...cells.slice(0, COLUMNS),
];

const footOf = (model: BoardModel): Part =>
  note(
    `${model.spanLabel}，数据截至 ${cutOffText(model)}，只计核实过的填报${model.scheme ? `；按《${model.scheme.title}》（第${model.scheme.version}版）` : ''}。`,
  );
