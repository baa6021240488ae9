import { archive, bomb, type Entry } from './archive.ts';
import { type Input, type Json, spelled } from './case.ts';
import {
  cellXml,
  columnName,
  escaped,
  NAMESPACE,
  RELATION,
  RELATIONS,
  type SheetOptions,
  sheetOf,
  skeleton,
} from './sheets.ts';

const HEADS: Readonly<Record<string, string>> = {
  number: '编号',
  name: '项目名称',
  investor: '投资方',
  unit: '责任单位',
  amount: '计划总投资（万元）',
  stage: '阶段',
  reported_on: '首报日期',
  mobile: '联系人手机',
  credit_code: '统一社会信用代码',
};
const ROW = {
  name: '测试项目',
  investor: '保定测试有限公司',
  unit: '临洺关镇',
  amount: '12000',
  stage: '在谈',
  reported_on: '2026-06-01',
};
const SHEET = 'xl/worksheets/sheet1.xml';
type Row = Readonly<Record<string, Json>>;

/** The file of an import case: a workbook of rows, or one of the broken and hostile packages. */
export function workbookOf(input: Input): Buffer {
  if (input.bytes) return Buffer.from(input.bytes as readonly number[]);
  if (input.bytes_b64) return Buffer.from(String(input.bytes_b64), 'base64');
  if (input.text) return Buffer.from(spelled(input.text));
  const lines = tableOf(input);
  const body = [lines.head, ...lines.rows].join('');
  const merged = input.merged ? `<mergeCells count="1"><mergeCell ref="${String(input.merged)}"/></mergeCells>` : '';
  return packageOf(input, sheetOf(body, merged), lines);
}

interface Lines {
  readonly head: string;
  readonly rows: readonly string[];
}

function tableOf(input: Input): Lines {
  const base: readonly Row[] = (input.rows as readonly Row[] | undefined) ?? [ROW];
  const rows = input.rows_n
    ? Array.from({ length: Number(input.rows_n) }, (_, at) => ({ ...base[0], name: `项目${at}` }) as Row)
    : base;
  const bare = input.only_keys === true;
  const keys = [...new Set([...(bare ? [] : Object.keys(ROW)), ...rows.flatMap((row) => Object.keys(row))])];
  const renamed = (input.header_override ?? {}) as Readonly<Record<string, string>>;
  const head: Json[] = keys.map((key) => renamed[key] ?? HEADS[key] ?? key);
  if (input.header_dup) {
    keys.push(String(input.header_dup));
    head.push(HEADS[String(input.header_dup)] ?? null);
  }
  const noisy = input.header_noise
    ? head.map((text, at) => (at % 2 ? ` ${String(text)}\n` : `\u3000${String(text)}*`))
    : head;
  const extra = (input.extra_columns ?? {}) as Row;
  const hidden = (input.hidden_rows ?? []) as readonly number[];
  return {
    head: line([...noisy, ...Object.keys(extra)], 1, false),
    rows: rows.map((row, at) =>
      line([...keys.map((key) => row[key] ?? null), ...Object.values(extra)], at + 2, hidden.includes(at + 2)),
    ),
  };
}

const line = (values: readonly Json[], number: number, hidden: boolean): string =>
  `<row r="${number}"${hidden ? ' hidden="1"' : ''}>${values.map((value, at) => cellXml(`${columnName(at)}${number}`, value)).join('')}</row>`;

/** Packages whose one sheet is strange. */
const SHEETS: Readonly<Record<string, (input: Input, lines: Lines) => string>> = {
  xxe: () => declared('<!ENTITY e SYSTEM "file:///etc/passwd">', '&e;'),
  'billion-laughs': () => {
    const more = [...'bcdefghi'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(10)}">`);
    return declared(`<!ENTITY a "lololololololololololol">${more.join('')}`, '&i;');
  },
  'bad-shared-string-index': (_, { head }) => sheetOf(`${head}<row r="2"><c r="A2" t="s"><v>4294967295</v></c></row>`),
  'xml-deep': ({ depth }) => sheetOf('<a>'.repeat(Number(depth)) + '</a>'.repeat(Number(depth))),
  'far-cell': ({ cell }, { head, rows }) =>
    sheetOf(
      `${head}${rows.join('')}<row r="${String(cell).replace(/\D/g, '')}"><c r="${String(cell)}"><v>1</v></c></row>`,
    ),
  'many-columns': ({ n }) =>
    sheetOf(
      line(
        Array.from({ length: Number(n) }, (_, at) => `列${at}`),
        1,
        false,
      ),
    ),
};

const declared = (entities: string, use: string): string =>
  sheetOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>${use}</t></is></c></row>`).replace(
    '?>',
    `?><!DOCTYPE x [${entities}]>`,
  );

function packageOf(input: Input, plain: string, lines: Lines): Buffer {
  const kind = String(input.package ?? '');
  const options: SheetOptions = { name: input.sheet_name as string | undefined, date1904: input.date1904 === true };
  const strange = SHEETS[kind];
  if (strange) return archive(skeleton(strange(input, lines), options));
  if (kind === 'empty') return archive(skeleton(null, options));
  if (kind === 'nested-zip')
    return archive([{ name: 'inner.xlsx', packed: archive(skeleton(plain, options)), size: 9999 }]);
  if (kind === 'xlsm')
    return archive([...skeleton(plain, { ...options, macro: true }), { name: 'xl/vbaProject.bin', text: 'VBA' }]);
  if (kind === 'external-link') return archive(linked(plain, String(input.target)));
  if (kind.startsWith('zipbomb'))
    return archive([...skeleton(plain, options).filter(({ name }) => name !== SHEET), large(input)]);
  return archive([...skeleton(plain, options), ...added(kind, input, lines)]);
}

/** A sheet that unpacks to more than anybody would read; `declared_mb` is what its header says of it. */
function large(input: Input): Entry {
  const cell = `<row><c t="inlineStr"><is><t>${'A'.repeat(80)}</t></is></c></row>`;
  const [head = '', foot = ''] = sheetOf('|').split('|');
  const { packed, size } = bomb(head, cell, foot, Number(input.uncompressed_mb));
  return { name: SHEET, packed, size: input.declared_mb ? Number(input.declared_mb) * 1_000_000 : size };
}

function added(kind: string, input: Input, { head }: Lines): readonly Entry[] {
  if (kind === 'many-entries')
    return Array.from({ length: Number(input.entries) }, (_, at) => ({ name: `xl/x/${at}.xml`, text: '' }));
  if (kind === 'zipslip') return [{ name: String(input.entry), text: 'owned' }];
  if (kind !== 'duplicate-entry') return [];
  const other = Object.values({ ...ROW, amount: '99999999' });
  return [{ name: SHEET, text: sheetOf(head + line(other, 2, false)) }];
}

function linked(plain: string, target: string): readonly Entry[] {
  const link = `<Relationship Id="rId9" Type="${RELATION}/externalLink" Target="externalLinks/externalLink1.xml"/>`;
  return [
    ...skeleton(plain, { relations: link }),
    {
      name: 'xl/externalLinks/externalLink1.xml',
      text: `<externalLink xmlns="${NAMESPACE}"><externalBook xmlns:r="${RELATION}" r:id="rId1"/></externalLink>`,
    },
    {
      name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
      text: `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${RELATION}/externalLinkPath" Target="${escaped(target)}" TargetMode="External"/></Relationships>`,
    },
  ];
}
