import type { CaptureFields } from '../../src/reading/gold.ts';

/** The fields in the order of the table. */
export const FIELDS: readonly (keyof CaptureFields)[] = [
  'company',
  'project',
  'industry',
  'investment_wan',
  'investment_wan_max',
  'fdi_wan_usd',
  'other_currency',
  'land_mu',
  'jobs',
  'annual_output_wan',
  'annual_tax_wan',
  'contact_name',
  'contact_phone',
  'region_from',
  'source_method',
  'referrer',
  'stage',
  'date',
];

const LEGAL = /(有限责任公司|股份有限公司|集团有限公司|有限公司|股份公司|株式会社|集团|公司|股份)/g;
const COMMON = new Set(['中国', '国际', '项目', '企业', '投资', '科技', '实业', '控股', '新能源', '产业园']);

const fold = (value: unknown): string =>
  String(value)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'“”‘’「」『』《》〈〉()[\]【】<>·•,，.。、;；:：!！?？*_-]/g, '');

function sameName(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => {
    const core = fold(name).replace(LEGAL, '');
    return core.length >= 2 ? core : fold(name);
  }) as [string, string];
  if (x === '' || y === '') return false;
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  return x === y || (short.length >= 2 && !COMMON.has(short) && long.includes(short));
}

const names = (value: unknown): string[] =>
  String(value)
    .split(/[、;；|]/)
    .map((name) => name.trim())
    .filter(Boolean);

function sameNames(given: unknown, wanted: unknown, also: readonly unknown[]): boolean {
  const accepted = [...names(wanted), ...also.flatMap(names)];
  const said = names(given);
  return said.length > 0 && said.every((name) => accepted.some((each) => sameName(name, each)));
}

function pairs(text: string): string[] {
  return [...text].slice(0, -1).map((_, at) => text.slice(at, at + 2));
}

function sameProject(given: unknown, wanted: unknown): boolean {
  const [a, b] = [given, wanted].map((value) => fold(value).replace(/(建设项目|项目|工程)$/, '')) as [string, string];
  if (a === '' || b === '') return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (a === b || (short.length >= 4 && long.includes(short))) return true;
  const left = pairs(b);
  const size = left.length + pairs(a).length;
  let hits = 0;
  for (const pair of pairs(a)) {
    const at = left.indexOf(pair);
    if (at >= 0) {
      hits += 1;
      left.splice(at, 1);
    }
  }
  return size > 0 && (2 * hits) / size >= 0.6;
}

function inside(given: unknown, wanted: unknown, clean: (text: string) => string): boolean {
  const [a, b] = [clean(fold(given)), clean(fold(wanted))];
  return a === b || (a.length >= 2 && b.length >= 2 && (a.includes(b) || b.includes(a)));
}

const place = (text: string): string => text.replace(/^中国/, '').replace(/(特别行政区|自治区|省|市|县|区)$/, '');
const close = (a: unknown, b: unknown, share: number): boolean =>
  Math.abs(Number(a) - Number(b)) <= Math.max(Math.abs(Number(b)) * share, 1e-9);

/** Whether a value counts as right, by the rules beside the capture data. */
export function isRight(
  field: keyof CaptureFields,
  given: unknown,
  wanted: unknown,
  also: readonly unknown[],
): boolean {
  switch (field) {
    case 'company':
    case 'referrer':
      return sameNames(given, wanted, also);
    case 'project':
      return [wanted, ...also].some((each) => sameProject(given, each));
    case 'region_from':
      return [wanted, ...also].some((each) => inside(given, each, place));
    case 'contact_name':
      return inside(given, wanted, (text) => text);
    case 'land_mu':
      return close(given, wanted, 0.005);
    case 'other_currency':
      return JSON.stringify(given) === JSON.stringify(wanted);
    case 'industry':
    case 'contact_phone':
    case 'source_method':
    case 'stage':
    case 'date':
      return [wanted, ...also].includes(given);
    default:
      return close(given, wanted, 1e-6);
  }
}
