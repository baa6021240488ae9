import { list, note, type Part, type Reply } from '../reply.ts';

/** A planned row as a preview shows it. */
interface Shown {
  readonly number: number;
  readonly label: string;
  readonly outcome: 'new' | 'changed' | 'same' | 'refused';
  readonly detail: string;
}

const KINDS = {
  projects: '项目台账',
  ledgers: '资金台账',
  roster: '花名册',
  targets: '目标任务',
  chains: '产业链',
  resources: '招商资源库',
  policies: '惠企政策清单',
  places: '载体一览',
} as const;
const OUTCOMES = [
  ['refused', '不能导入'],
  ['changed', '有变化'],
  ['new', '新增'],
] as const;
const SHOWN = { refused: 6, changed: 3, new: 3 } as const;
type Listed = keyof typeof SHOWN;

/** What an import would do: counts, then refused rows with their reasons, changed and new ones. */
export function previewReply(preview: {
  readonly id: number | null;
  readonly kind: keyof typeof KINDS;
  readonly rows: readonly Shown[];
  readonly ignored: readonly string[];
}): Reply {
  const { id } = preview;
  return {
    title: importTitle(preview),
    tone: id === null ? 'refused' : 'ask',
    parts: [
      ...importParts(preview, SHOWN),
      note(
        id === null
          ? '没有可写入的内容，没有写入。'
          : '还没有写入任何内容。确认后能导入的行一次写入，要么全部成功，要么都不写。',
      ),
    ],
    buttons:
      id === null
        ? []
        : [
            { label: '确认', style: 'primary', press: { command: '导入', action: 'confirm', args: { id } } },
            { label: '放弃', press: { command: '导入', action: 'drop', args: { id } } },
          ],
  };
}

/** "项目台账 3 行：新增 1，变化 1，不能导入 1". */
export const importTitle = ({
  kind,
  rows,
}: {
  readonly kind: keyof typeof KINDS;
  readonly rows: readonly Shown[];
}): string => `${KINDS[kind]} ${rows.length} 行：${countsText(rows)}`;

/** The rows of an import by what becomes of them, at most so many of each, and the columns that were not read. */
export const importParts = (
  { rows, ignored }: { readonly rows: readonly Shown[]; readonly ignored: readonly string[] },
  most: Readonly<Record<Listed, number>>,
): readonly Part[] => [
  ...OUTCOMES.flatMap(([outcome, heading]) => rowsOf(rows, outcome, heading, most[outcome])),
  ...(ignored.length > 0 ? [note(`不认识的列，没有读：${ignored.slice(0, 8).join('、')}`)] : []),
];

/** What was written, or that it had been before. */
export const importedReply = (imported: {
  readonly kind: keyof typeof KINDS;
  readonly state: 'written' | 'before' | 'dropped';
  readonly rows: readonly Shown[];
}): Reply =>
  imported.state === 'written'
    ? { title: `已导入${KINDS[imported.kind]}：${countsText(imported.rows)}`, tone: 'ok' }
    : {
        title: imported.state === 'before' ? '这次导入早已写入，没有重复写入' : '这次导入已放弃，没有写入',
        tone: 'info',
      };

function countsText(rows: readonly Shown[]): string {
  const count = (outcome: Shown['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return [
    `新增 ${count('new')}`,
    `变化 ${count('changed')}`,
    ...(count('same') > 0 ? [`无变化 ${count('same')}`] : []),
    `不能导入 ${count('refused')}`,
  ].join('，');
}

function rowsOf(rows: readonly Shown[], outcome: Listed, heading: string, most: number): readonly Part[] {
  const found = rows.filter((row) => row.outcome === outcome);
  if (found.length === 0) return [];
  const more = found.length - most;
  const lines = found
    .slice(0, most)
    .map(({ number, label, detail }) => `第 ${number} 行 ${label}${detail ? `：${detail}` : ''}`);
  return [list(lines, heading), ...(more > 0 ? [note(`${heading}还有 ${more} 行`)] : [])];
}
