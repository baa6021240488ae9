import type { CalendarDate } from '../domain/calendar/date.ts';
import type { WorkCalendar } from '../domain/calendar/workday.ts';
import { readNumeral } from './chinese-number.ts';
import { readDates } from './date.ts';

/** Facts of a project that people write behind their label; absent ones are not there. */
export interface Labelled {
  readonly rename?: string;
  /** What the text calls the project's type. */
  readonly type?: string;
  readonly site?: string;
  readonly leader?: string;
  readonly team?: string;
  readonly plan?: string;
  readonly serviceOfficer?: string;
  /** A unified social credit code as written, right or wrong. */
  readonly code?: string;
  /** How likely the next stage is, in percent. */
  readonly likelihood?: number;
  /** The day by which a stage is expected, and the stage. */
  readonly expectedOn?: CalendarDate;
  readonly expectedStage?: string;
}

const SAYS = '(?:改为|改成|变更为|更正为|[是为在：:])?[\\s]*';
const VALUE = '([^，,。；;\\n]{1,60})';
const LABELS: readonly (readonly [field: keyof Labelled, pattern: RegExp])[] = [
  ['rename', new RegExp(`项目(?:名称|名)${SAYS}${VALUE}`)],
  ['site', new RegExp(`(?:选址|落户地点|落地地点|项目地址|建设地点|地址)${SAYS}${VALUE}`)],
  ['leader', new RegExp(`(?:包干|包联|挂点|挂钩|牵头)(?:县|市|区)?领导${SAYS}${VALUE}`)],
  ['team', new RegExp(`(?:服务团队|服务专班|工作专班|项目专班|专班)${SAYS}${VALUE}`)],
  ['plan', new RegExp(`(?:行动方案|推进方案|行动计划)${SAYS}${VALUE}`)],
  ['serviceOfficer', new RegExp(`(?:首席服务官|服务专员|服务官)${SAYS}${VALUE}`)],
  ['type', /(?:项目)?类型(?:改为|改成|[是为：:])?\s*(内资|外资|增资扩产|返程投资|总部回归)/],
  ['code', /(?:统一)?(?:社会)?信用代码[是为：:\s]*([0-9A-Za-z]{8,24})/],
];
/** Where a value ends without a mark: at a blank before the next thing that people name. */
const NEXT_LABEL =
  /\s+(?=项目|选址|落户|地址|包干|包联|挂点|牵头|服务|专班|行动|推进|首席|信用代码|统一|预计|力争|把握|可能性|总投资|投资|用地|用工|联系|年产值|年税收|产业链|类型|来自|推荐|引荐|下一步)/;
const PERCENT =
  /(?:可能性|把握|成功率|概率)(?:约|大约|大概|为|是|有|在|到|[：:])*\s*(\d{1,3})\s*[%％]|(\d{1,3})\s*[%％]的?(?:可能|把握)/;
const TENTHS =
  /(?:可能性|把握|成功率|概率)(?:约|大约|大概|为|是|有|在|到|[：:])*\s*([一二三四五六七八九\d])成|([一二三四五六七八九\d])成的?(?:可能|把握)/;
const EXPECTED =
  /(?:预计|预期|力争|争取|有望|拟于?)(?:在|于)?([^，,。；;\n]{1,16}?)(?:正式|完成|实现|能|可|前后)*(意向|签约|落地|开工|竣工|投产)/;

/** What a text says behind labels, and the text without it, so that a label is not taken for a firm. Pure. */
export function readLabelled(
  text: string,
  today: CalendarDate,
  calendar: WorkCalendar,
): { readonly labelled: Labelled; readonly rest: string } {
  const found: Partial<Record<keyof Labelled, string>> = {};
  let rest = text;
  for (const [field, pattern] of LABELS) {
    const match = pattern.exec(rest);
    const said = match?.[1] ?? '';
    const cut = said.search(NEXT_LABEL);
    const value = (cut < 0 ? said : said.slice(0, cut)).trim();
    if (!match || !value) continue;
    found[field] = value;
    const end = match.index + match[0].length - (cut < 0 ? 0 : said.length - cut);
    rest = `${rest.slice(0, match.index)} ${rest.slice(end)}`;
  }
  return { labelled: { ...found, ...likelihoodIn(rest), ...expectedIn(rest, today, calendar) } as Labelled, rest };
}

function likelihoodIn(text: string): Pick<Labelled, 'likelihood'> {
  const percent = PERCENT.exec(text);
  const tenths = TENTHS.exec(text);
  const digits = percent?.[1] ?? percent?.[2];
  const word = tenths?.[1] ?? tenths?.[2];
  const value = digits ? Number(digits) : word ? Number(readNumeral(word)) * 10 : null;
  return value === null || Number.isNaN(value) || value > 100 ? {} : { likelihood: value };
}

function expectedIn(text: string, today: CalendarDate, calendar: WorkCalendar): Partial<Labelled> {
  const match = EXPECTED.exec(text);
  if (!match?.[1] || !match[2]) return {};
  const [day] = readDates(match[1], today, calendar, { prefer: 'future' });
  return day && !('impossible' in day) ? { expectedOn: day.to, expectedStage: match[2] } : {};
}
