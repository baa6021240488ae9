import {
  type Amount,
  type Area,
  amount,
  type Decimal,
  type ForeignAmount,
  foreignAmount,
} from '../domain/money/decimal.ts';
import type { AmountSpan } from './amount.ts';
import { before, clauseBefore } from './clause.ts';
import { chooseInvestment, INVESTED, oneOf } from './investment.ts';
import type { LandSpan } from './land.ts';
import type { Money } from './money-context.ts';
import { moneyRoles } from './money-role.ts';
import type { NumberSpan } from './number.ts';
import type { Prepared } from './prepared.ts';
import type { MoneyRole } from './words/money-cues.ts';

/** The scale of a project as the text says it; null where it does not. */
export interface Scale {
  /** Planned total, 万元. */
  readonly investment: Amount | null;
  readonly investmentMax: Amount | null;
  readonly approximate: boolean;
  /** Foreign capital, 万美元. */
  readonly foreign: ForeignAmount | null;
  /** Investment in another currency, in 万 of it. */
  readonly other: { readonly amount: Decimal; readonly currency: string } | null;
  readonly land: Area | null;
  readonly jobs: number | null;
  /** Yearly, once running, 万元. */
  readonly output: Amount | null;
  readonly tax: Amount | null;
  readonly fixedAssets: Amount | null;
  /** Arrived or spent so far, 万元 or 万美元. */
  readonly arrived: Amount | null;
  readonly arrivedForeign: ForeignAmount | null;
  /** The only dollars of the text, whatever they are for, 万美元. */
  readonly dollars: ForeignAmount | null;
  /** Some sum is an investment, even where no single one can be chosen (two phases without a total). */
  readonly invested: boolean;
}

/** 三元锂电 is no 3 元: no project costs less than ten thousand, nor is less than a hundred thousand told without a word of it. */
const sound = ({ span, role }: Money): boolean =>
  !(span.negative || span.malformed || span.tooLarge) &&
  !span.wan.startsWith('0') &&
  !(role === 'bare' && span.currency === 'CNY' && Number(span.wan) < 10);

/** Reads the sums, the land and the jobs of a message into their places. */
export function readScale(prepared: Prepared): Scale {
  const money = moneyRoles(prepared.plain, prepared.amounts, prepared.chatty).filter(sound);
  const home = chooseInvestment(prepared.plain, money, 'CNY');
  const dollars = chooseInvestment(prepared.plain, money, 'USD');
  const foreign = oneOf(prepared.plain, money, 'foreign') ?? dollars ?? oneOf(prepared.plain, money, 'registered');
  const third =
    chooseInvestment(prepared.plain, money, null) ??
    money.find(({ role, span }) => role === 'foreign' && span.currency !== 'CNY' && span.currency !== 'USD')?.span ??
    null;
  const anchor = home ?? dollars ?? third;
  const arrivedForeign = first(money, 'arrived', 'USD');
  return {
    investment: home && amount(home.wan),
    investmentMax: home?.maxWan === undefined ? null : amount(home.maxWan),
    approximate: home?.approximate ?? false,
    foreign: foreign && foreignAmount(foreign.wan),
    other:
      !third || ((home || foreign) && !beside(home, third) && !beside(foreign, third))
        ? null
        : { amount: third.wan, currency: third.currency },
    land: readProjectLand(prepared, anchor),
    jobs: readJobs(prepared),
    output: asAmount(yearly(prepared.plain, money, 'output')),
    tax: asAmount(yearly(prepared.plain, money, 'tax')),
    fixedAssets: asAmount(first(money, 'part', 'CNY')),
    arrived: asAmount(first(money, 'arrived', 'CNY')),
    invested: money.some(({ role }) => role !== 'bare' && INVESTED.includes(role)),
    dollars: onlyDollars(money),
    arrivedForeign: arrivedForeign && foreignAmount(arrivedForeign.wan),
  };
}

const onlyDollars = (money: readonly Money[]): ForeignAmount | null => {
  const [only, second] = money.filter(({ span }) => span.currency === 'USD');
  return only === undefined || second !== undefined ? null : foreignAmount(only.span.wan);
};

/** 9亿日元（约合人民币7110万元）: the same sum twice. */
const beside = (one: AmountSpan | null, other: AmountSpan): boolean =>
  one !== null && Math.max(other.start - one.end, one.start - other.end) < 20;

const asAmount = (span: AmountSpan | null): Amount | null => span && amount(span.wan);

const first = (money: readonly Money[], role: MoneyRole, currency: string): AmountSpan | null =>
  money.find((each) => each.role === role && each.span.currency === currency)?.span ?? null;

/** The yearly figure of the whole before that of a phase or of the first year; null where only several phases have theirs. */
function yearly(plain: string, money: readonly Money[], role: 'output' | 'tax'): AmountSpan | null {
  const own = money.filter((each) => each.role === role && each.span.currency === 'CNY');
  const said = ({ span }: Money) => before(plain, span.start, 18);
  const [one] = own;
  if (one && own.length === 1)
    return OF_FIRST_PHASE.test(before(plain, one.span.start, 32)) && OTHER_PHASE.test(plain.slice(one.span.end))
      ? null
      : one.span;
  const chosen = own.find((each) => ALL_PHASES.test(said(each))) ?? own.find((each) => !ONE_PHASE.test(said(each)));
  return chosen?.span ?? null;
}
const ALL_PHASES = /全部|整体|整个|全面|两期|完全/;
const ONE_PHASE = /[一二三四首前]期|[首当]年|第一年|先期/;

/** 由120亩核减为95亩: the area before is no longer true. */
const LAND_CHANGED =
  /^[^\d，,。；;]{0,3}(?:(?:调整|核减|核增|压缩|扩大|缩减|增加|减少|改|扩|增|加|减|砍|缩|调|变)[为到至成]|变(?=[\d一二两三四五六七八九]))/;
const LAND_CUE =
  /占地|用地|租地|租用土地|土地|净地|供地|征地|拿地|地块|(?<!不)要地|[的块]地\s?$|需地|(?:^|[\s，,])地\s?$/;
const NO_LAND =
  /宗\s?$|流转[^，,]{0,6}[田林园山]|垦荒|垦殖|订单面积|(?<!占用|利用|盘活)老厂\s?$|缺口|林下\s?$|农田\s?$|带动|种植|建筑面积|厂房面积|绿化|面积为?户|烧结机|养殖|林地|造林|亩产/;
const FARMLAND =
  /^的?(?:稻田|茶园|良田|果园|水面|农田|林|山林|草坡|草场|草原|滩涂|山坡|果林|竹|基地|种植|养殖)|^[^，,。；;\s]{0,6}(?:不算|另算|除外)/;

function readProjectLand(prepared: Prepared, anchor: AmountSpan | null): Area | null {
  const { plain } = prepared;
  const lands = prepared.lands.filter((land) => isProjectLand(plain, land));
  const phases = lands.filter((land) => OF_A_PHASE.test(before(plain, land.start, 20)));
  const whole = phases.length < lands.length ? lands.filter((land) => !phases.includes(land)) : lands;
  const [one, two] = whole;
  if (whole === lands && one && two && OTHER_PHASE.test(plain.slice(one.end, two.start))) return null;
  const direct = whole.filter((land) => land.direct);
  const distance = (land: LandSpan) => (anchor ? Math.abs(land.start - anchor.start) : 0);
  return [...(direct.length > 0 ? direct : whole)].sort((a, b) => distance(a) - distance(b))[0]?.mu ?? null;
}

/** 一期投资3亿元，占地100亩: of that phase, up to the next sentence. */
const OF_A_PHASE = /(?<![分为])[一二三四首头]期(?![^。；;]*(?:总共|合计|一共|全部|总用地|总占地|规划))[^。；;]{0,16}$/;
const OTHER_PHASE = /[二三四后]期/;
/** 一期投资7200万…招200人: of the first phase, and no word since of another or of the whole. */
const OF_FIRST_PHASE = /(?<![分为])[一首头]期(?![^。；;]*(?:期|总|合计|拢共|一共|全|[达满]产|[建投]成))[^。；;]*$/;

function isProjectLand(plain: string, land: LandSpan): boolean {
  const clause = clauseBefore(plain, land.start, 16);
  if (/不是\s?$/.test(clause)) return false;
  if (/^\s?以[下内]/.test(plain.slice(land.end, land.end + 3))) return false;
  if (
    LAND_CHANGED.test(plain.slice(land.end, land.end + 8)) &&
    /[\d一二两三四五六七八九]/.test(plain.slice(land.end, land.end + 12))
  )
    return false;
  const cue = clause
    .replace(/^.*\s(?=\S)/, '')
    .search(/(?:占地|用地|土地|租地|地块|拿地|供地|总面积)(?!.*(?:占地|用地|土地|租地|地块|拿地|供地|总面积))/);
  const bad = clause
    .replace(/^.*\s(?=\S)/, '')
    .search(
      /(?:建筑面积|建面|流转[^，,]{0,6}[田林园山]|种植|绿化|养殖|营业面积|缺口|厂房(?!占地))(?!.*(?:占地|用地|土地))/,
    );
  if (bad > cue) return false;
  if (land.direct || land.unit === '平方公里' || land.unit === '公顷')
    return (cue > bad || !NO_LAND.test(clause)) && !FARMLAND.test(plain.slice(land.end, land.end + 9));
  return (
    LAND_CUE.test(clause) ||
    /^的?(?:地(?![上下方区])|(?:[一-龥]{2})?(?:用地|土地|地块))/.test(plain.slice(land.end, land.end + 6))
  );
}

const JOB_BEHIND =
  /^(?!\s?(?:用工|就业|岗位|员工|工人)[^\d，,。；;\s]{0,3}[\d一二两三四五六七八九十百])\s?(?:个|名|余|多)?(?:以上)?的?(?:全职|直接|本地|新|女|长|技术|长期){0,3}(?:就业|工作岗位|岗位|岗(?=$|[\s，,。；;])|用工|工人|就业岗位|人就业|员工)/;
const PEOPLE_BEHIND = /^\s?(?:余|多|来)?(?:人|名|位|个|号)/;
/** 提供1万个机柜: what is offered is counted by its name. */
const OFFERED = /(?:提供|带动|解决|安排|吸纳|安置|新增)[^\d]{0,6}$/;
const OTHER_THINGS = /^\s?(?:余|多|来)?个(?=[一-龥])(?![工人岗职就左以上至到])/;
const JOB_BEFORE =
  /(?:就业(?:人员|人数|人口|岗位|机会)?|职位|用工|岗位|招工|[新试聘]?雇[工用佣]?|增员|新加|新招|长期工|(?<![^\s，,])固?定?岗|(?<![^\s，,])人员|新增(?=\s?$)|招聘|招(?=\s?$)|招(?![生商标])[^\d，,。；;\s]{1,6}|吸[纳收][^\d，,。；;\s]{1,8}|定员|缺(?=\s?$)|(?<![^\s，,])工(?=\s?$)|聘(?=\s?$)|女工多?|工匠|坐席|(?<=新|另)增|用人|吸纳|安置|解决|提供|带动|安排|(?<![^\s，,])人|工人|员工(?:规模)?)(?:就业|劳动力|工作岗位|岗位)?[^\d，,。一-龥]{0,2}(?:[新增]加?|约|近|超过?|过|逾|多达|达到?|可达|将达到?|为|人员|人数|编制|不少于|不低于|预计|需要?|要|共|大概){0,2}\s?$/;
const NO_JOBS =
  /现员工|现厂|老厂|老家|客流|建[厂成]时|当初|之初|在岗|在职|保留|留用|老员工|原有|现雇|高峰|建设期|施工期|间接|现有|目前|已有|参会|来访|招聘会|一行|拥有|游客|床位|学位|人次/;

/** 岗位180, 用工一千左右: nothing more is counted. */
const ENDS = /^(?:起|左右|上下|以上|出头|开外|往上)?\s*(?:$|[\s，,。;；、（(])/;

/** Without one of these nobody is counted. */
const OF_WORKERS = /[工人员岗雇招聘业职位名纳收置安解提带增缺]/;

/** What is hired anew tells of jobs before what the staff is called. */
const HIRED = /[新再招增添雇聘缺加多]/;

/** New jobs: 用工150, 280人就业, 就业过千人, 岗位180个; of several those that are said to be new. */
function readJobs(prepared: Prepared): number | null {
  const found = prepared.numbers.flatMap((number) => jobsAt(prepared.plain, number));
  const [one, two] = found;
  if (one?.phase && two && OTHER_PHASE.test(prepared.plain.slice(one.end, two.end))) return null;
  const jobs = found.find(({ hired }) => hired) ?? one;
  if (jobs) return jobs.count;
  return prepared.chatty && prepared.amounts.length > 0 ? headCount(prepared) : null;
}

interface Jobs {
  readonly count: number;
  readonly end: number;
  /** Said to be hired anew. */
  readonly hired: boolean;
  /** Of one phase only. */
  readonly phase: boolean;
}

function jobsAt(plain: string, number: NumberSpan): readonly Jobs[] {
  const count = Number(number.low);
  if (number.malformed || number.negative || !Number.isInteger(count) || count < 1 || count > 1_000_000) return [];
  const clause = clauseBefore(plain, number.start, 14);
  const behind = plain.slice(number.end, number.end + 8);
  if (clause.endsWith('第')) return [];
  if (!OF_WORKERS.test(clause) && !OF_WORKERS.test(behind)) return [];
  const own = clause.replace(/^.*\s(?=\S)/, '');
  if (NO_JOBS.test(JOB_BEFORE.test(own) ? own : clause) || (OFFERED.test(clause) && OTHER_THINGS.test(behind)))
    return [];
  const said =
    JOB_BEHIND.test(behind) ||
    /^\s?(?:余|多)?人(?:以上)?(?:的)?(?:就业|用工)/.test(behind) ||
    (/[再多]\s?$/.test(own) && /^\s?[人名]/.test(behind)) ||
    (JOB_BEFORE.test(clause) && (PEOPLE_BEHIND.test(behind) || ENDS.test(behind)));
  if (!said) return [];
  const phase = OF_FIRST_PHASE.test(before(plain, number.start, 32));
  return [{ count, end: number.end, hired: HIRED.test(own.slice(-6)), phase }];
}

/** In chat a bare head count beside a sum is the work force: 6个亿 三百人. */
function headCount({ plain, numbers }: Prepared): number | null {
  const found = numbers.find(({ low, start, end, malformed, negative }) => {
    const count = Number(low);
    if (malformed || negative || !Number.isInteger(count) || count < 5 || count > 100_000) return false;
    const clause = clauseBefore(plain, start, 10);
    return (
      /^(?:多|余|来)?(?:号|个)?(?:工?人)(?:左右|上下|以上)?(?=$|[\s，,。；;])/.test(plain.slice(end, end + 6)) &&
      !GUESTS.test(clause)
    );
  });
  return found ? Number(found.low) : null;
}

const GUESTS = /一行|现在|来了|考察|团队|带队|带了|到场|参会|现有|目前|博士|专家/;
