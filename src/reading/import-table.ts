import { Refusal } from '../domain/refusal.ts';
import { foldWidth } from './clean.ts';
import type { SheetCell, SheetRow } from './sheet-xml.ts';
import type { Workbook } from './workbook.ts';

/** What a workbook can bring in. */
export type ImportKind = 'projects' | 'roster' | 'targets';

/** A row of an import by column key. JSON values, so that it can wait for 确认. */
export interface ImportRow {
  /** The row's number in the sheet, as people see it. */
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: Readonly<Record<string, SheetCell>>;
}

/** A table that was recognised by its header. */
export interface ImportTable {
  readonly kind: ImportKind;
  readonly rows: readonly ImportRow[];
  /** The unit in a column's header ("亿元"), by column key. */
  readonly units: Readonly<Record<string, string>>;
  readonly date1904: boolean;
  /** Headers that mean nothing here: shown, not imported. */
  readonly ignored: readonly string[];
}

/** Columns by kind: key → the heads people use, without blanks and brackets. The first two keys must be there. */
export const IMPORT_COLUMNS: Readonly<Record<ImportKind, Readonly<Record<string, readonly string[]>>>> = {
  projects: {
    name: ['项目名称', '项目', '名称'],
    investor: ['投资方', '投资企业', '投资单位', '投资主体', '企业名称', '投资方名称'],
    number: ['编号', '项目编号'],
    unit: ['责任单位', '单位', '填报单位', '引荐单位', '首报单位', '牵头单位'],
    amount: ['计划总投资', '总投资', '投资额', '拟投资额', '计划投资', '总投资额'],
    stage: ['阶段', '进展状态', '项目阶段', '状态'],
    reportedOn: ['首报日期', '首次填报时间', '报送时间', '填报日期', '首报时间'],
    mobile: ['联系人手机', '电话', '联系电话', '手机', '联系方式'],
    contact: ['联系人'],
    creditCode: ['统一社会信用代码', '信用代码'],
    chain: ['所属产业链', '产业链'],
    sourceMethod: ['招商方式'],
    land: ['用地', '拟用地'],
  },
  targets: {
    unit: ['单位', '责任单位'],
    metric: ['指标', '考核指标', '目标指标'],
    annual: ['目标值', '全年目标', '年度目标', '目标', '目标数'],
    year: ['年份', '年度', '年'],
    measure: ['计量单位', '单位计量'],
    q1: ['一季度', '第一季度', '1季度', 'Q1'],
    q2: ['二季度', '第二季度', '2季度', 'Q2'],
    q3: ['三季度', '第三季度', '3季度', 'Q3'],
    q4: ['四季度', '第四季度', '4季度', 'Q4'],
  },
  roster: {
    person: ['姓名', '人员', '人员姓名'],
    unit: ['单位', '所在单位', '单位名称', '工作单位'],
    role: ['角色', '身份'],
    mobile: ['手机', '手机号', '手机号码', '电话', '联系电话'],
    title: ['职务', '职务职级'],
    unitKind: ['单位类别', '单位类型', '类别'],
    group: ['分组', '排名组', '考核组'],
    alias: ['单位简称', '简称', '别名'],
  },
};

/** The heads of a template, in the order people expect. */
export const TEMPLATE_HEADS: Readonly<Record<ImportKind, readonly string[]>> = {
  projects: [
    '编号',
    '项目名称',
    '投资方',
    '责任单位',
    '计划总投资（万元）',
    '阶段',
    '首报日期',
    '联系人',
    '联系人手机',
    '统一社会信用代码',
    '所属产业链',
    '招商方式',
  ],
  targets: ['单位', '指标', '年份', '目标值', '计量单位', '一季度', '二季度', '三季度', '四季度'],
  roster: ['单位', '单位类别', '分组', '单位简称', '姓名', '职务', '角色', '手机'],
};

/** A row that shows how a template is filled in; it is refused or harmless when it is sent back as it is. */
export const TEMPLATE_EXAMPLES: Readonly<Record<ImportKind, readonly string[]>> = {
  projects: [
    '',
    '示例项目（请删除本行）',
    '示例有限公司',
    '示例单位',
    '12000',
    '在谈',
    '2026-06-01',
    '',
    '',
    '',
    '',
    '',
  ],
  targets: ['示例单位（请删除本行）', '签约额', '2026', '20', '亿元', '2', '6', '6', '6'],
  roster: ['示例单位', '乡镇街道（请删除本行）', '乡镇组', '', '示例人1', '', '联络员', ''],
};

/**
 * Finds the table in a workbook: the first row of a visible sheet that holds at least two columns of one kind, among
 * them the telling ones. Refusals "import.unknown" (no such header), "import.header-twice", "import.no-rows".
 */
export function readImport(book: Workbook): ImportTable {
  for (const sheet of book.sheets) {
    for (const [index, row] of sheet.rows.slice(0, 10).entries()) {
      const found = headerOf(row);
      if (found) return tableOf(found, sheet.rows.slice(index + 1), book.date1904);
    }
  }
  throw new Refusal('import.unknown');
}

interface Header {
  readonly kind: ImportKind;
  readonly keys: ReadonlyMap<number, string>;
  readonly units: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
}

/** What tells a kind: both of these columns stand in the header. */
const TELLING: readonly (readonly [ImportKind, readonly [string, string]])[] = [
  ['targets', ['metric', 'annual']],
  ['roster', ['person', 'unit']],
  ['projects', ['name', 'investor']],
  ['projects', ['name', 'unit']],
];

function headerOf(row: SheetRow): Header | null {
  for (const [kind, telling] of TELLING) {
    const header = matchHeader(row, kind);
    if (telling.every((key) => [...header.keys.values()].includes(key))) {
      const twice = [...header.keys.values()].find((key, index, all) => all.indexOf(key) !== index);
      if (twice) throw new Refusal('import.header-twice', { head: IMPORT_COLUMNS[kind][twice]?.[0] ?? twice });
      return header;
    }
  }
  return null;
}

function matchHeader(row: SheetRow, kind: ImportKind): Header {
  const keys = new Map<number, string>();
  const units: Record<string, string> = {};
  const ignored: string[] = [];
  for (const [column, { text }] of row.cells) {
    const folded = foldWidth(text).replace(/[\s*:]+/g, '');
    const bare = folded.replace(/\(.*?\)/g, '');
    const key = Object.entries(IMPORT_COLUMNS[kind]).find(([, heads]) => heads.includes(bare))?.[0];
    if (key === undefined) {
      ignored.push(text.slice(0, 20));
      continue;
    }
    keys.set(column, key);
    const unit = /\((亿元|万元|元|万美元|亿美元|亩)\)/.exec(folded)?.[1];
    if (unit) units[key] = unit;
  }
  return { kind, keys, units, ignored };
}

function tableOf({ kind, keys, units, ignored }: Header, body: readonly SheetRow[], date1904: boolean): ImportTable {
  const rows: ImportRow[] = [];
  for (const { number, hidden, cells } of body) {
    const named = [...cells].flatMap(([column, cell]) => {
      const key = keys.get(column);
      return key === undefined ? [] : [[key, cell] as const];
    });
    const first = [...cells.values()][0]?.text ?? '';
    if (named.length === 0 || /^(?:合\s*计|小\s*计|总\s*计|填报说明|审核人|填报人)/.test(first)) continue;
    rows.push({ number, hidden, cells: Object.fromEntries(named) });
  }
  if (rows.length === 0) throw new Refusal('import.no-rows');
  return { kind, rows, units, date1904, ignored };
}
