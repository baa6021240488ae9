import { type Books, CALENDAR } from '../domain/calendar/books.ts';
import { addDays, type CalendarDate } from '../domain/calendar/date.ts';
import { dayPeriod, type Period, weekOf } from '../domain/calendar/period.ts';
import { foldWidth } from './clean.ts';
import { readPeriod } from './period.ts';

/** A figure asked for in words: "城关镇上半年到位多少", "哪个镇签约最多", "哪些单位今年还没有开工". */
export interface Question {
  /** Figures as schemes name them ("signed_count/1亿以上"). */
  readonly figures: readonly [string, ...string[]];
  readonly period: Period;
  /** Only units of these are compared; null: all. */
  readonly among: '乡镇' | '部门' | null;
  /** value: how much · most, least: who is first, last · none: who has nothing. */
  readonly wants: 'value' | 'most' | 'least' | 'none';
}

/** What is asked about; the first that fits the words counts, so the narrower ones stand first. */
const FIGURES: readonly (readonly [RegExp, readonly [string, ...string[]]])[] = [
  [/履约率/, ['performance_rate']],
  [/开工率/, ['start_rate']],
  [/投产率/, ['production_rate']],
  [/(?:资金)?到位率/, ['funds_rate']],
  [/(?:任务|督办)?(?:按期|按时)(?:办结)?率/, ['task_on_time_rate']],
  [/平均(?:单个|项目)?规模|平均(?:每个|单个)项目/, ['mean_size']],
  [/到位|到资|到账|进资/, ['funds']],
  [/固投|固定资产/, ['fixed_assets']],
  [/外资|FDI/i, ['fdi']],
  [/进出口|外贸/, ['trade']],
  [/税收|纳税|交税|缴税/, ['tax']],
  [/产值/, ['output']],
  [/签约(?:额|金额|总额|资金|投资)|合同额|协议额|签(?:约|了|下)?多少(?:钱|亿|万)/, ['signed_amount']],
  [/白卷/, ['signed_count']],
  [/签约|签了|新签/, ['signed_count', 'signed_amount']],
  [/开工|动工/, ['started_count']],
  [/落地/, ['landed_count']],
  [/竣工/, ['completed_count']],
  [/投产/, ['producing_count']],
  [/线索/, ['lead_count']],
  [/外出(?:招商)?/, ['activity_count/外出招商']],
  [/来访|接待/, ['activity_count/来访接待']],
  [/推介/, ['activity_count/推介会']],
  [/走访/, ['activity_count/走访企业']],
  [/(?:招商)?活动/, ['activity_count']],
  [/(?:逾期|超期).{0,2}(?:任务|督办)|(?:任务|督办).{0,3}(?:逾期|超期)/, ['tasks_overdue']],
  [/(?:解决|化解|销号).{0,4}问题|问题.{0,4}(?:解决|化解|销号)/, ['problems_solved']],
  [/问题/, ['problems_raised']],
  [/(?:逾期|超期|没兑现|未兑现).{0,4}承诺|承诺.{0,4}(?:逾期|超期|没兑现|未兑现)/, ['commitments_overdue']],
  [/兑现.{0,4}承诺|承诺.{0,4}兑现/, ['commitments_kept']],
];

const ASKS =
  /多少|多大|有没有|有无|几[个家条批次项件亿笔]|哪[个些几]|谁|怎么样|如何|情况|最[多少高低好差]|第几|[?？]|了吗|没有.{0,8}的(?:单位|乡镇|部门)/;
const MOST = /最[多高好]|第一|领先/;
const LEAST = /最[少低差]|垫底|倒数/;
const NONE = /没有?|无|未|为零|是零|挂零|零|白卷/;
const WHO = /哪[个些几]|谁|名单/;
const SIZE = /(\d+(?:\.\d+)?)?\s*(亿|万)元?(?:及)?以上/;

/** The question of a text; null when it asks for no figure that we keep. Periods not said: this year so far. */
export function readQuestion(text: string, today: CalendarDate, books: Books = CALENDAR): Question | null {
  const folded = foldWidth(text);
  if (!ASKS.test(folded)) return null;
  const { period, left } = periodOf(folded, today, books);
  const found = FIGURES.find(([words]) => words.test(left))?.[1];
  if (!found) return null;
  const tail = tailOf(left, found[0]);
  const [first, ...rest] = found.map((figure) => figure + tail);
  const wants =
    WHO.test(left) && NONE.test(left) ? 'none' : MOST.test(left) ? 'most' : LEAST.test(left) ? 'least' : null;
  return {
    figures: [first ?? found[0], ...rest],
    period,
    among: amongOf(left),
    wants: wants ?? (/哪[个家]|谁/.test(left) ? 'most' : 'value'),
  };
}

/** Words that say nothing beside the figure, the period and the question. */
const FILLERS =
  /(?:请问|麻烦|帮我|给我|查一?下|看一?下|看看|说说|问一?下|统计|一共|总共|累计|完成|实现|新增|新|项目|资金|任务|指标|数据|金额|总额|个数|数量|单位|乡镇|镇街|部门|街道|镇|乡|局|全县|全市|全区|全镇|我们|我|咱们?|县里|目前|现在|到现在|为止|截至|以来|已经?|还|都|各|个|条|家|次|项|件|亿|万|元|的|了|有|是|在|呢|啊|呀|吧|吗|和|及|比|去年|上年|同期|请|小招|招商|引资|[\s，。,.?？!！、:：@])/g;

/**
 * Whether a text asks for a figure and says nothing else: what is left without names, periods, figures and question
 * words is at most two characters. A lead or a note that happens to hold such words is none.
 */
export function isQuestion(text: string, today: CalendarDate, names: readonly string[]): boolean {
  if (text.length > 40 || /\d{5}/.test(text) || !readQuestion(text, today)) return false;
  let left = foldWidth(text);
  for (const name of [...names].sort((a, b) => b.length - a.length)) left = left.replaceAll(name, '');
  left = periodOf(left, today, CALENDAR)
    .left.replace(SIZE, '')
    .replace(/省外|境外/, '');
  for (const [words] of FIGURES) left = left.replace(words, '');
  for (const words of [MOST, LEAST, ASKS, ASKS, NONE]) left = left.replace(words, '');
  return left.replace(FILLERS, '').length <= 2;
}

/** Unit names are gone by now: what is left of 镇 or 局 means all of them. */
const amongOf = (text: string): Question['among'] =>
  /[镇乡]/.test(text) ? '乡镇' : /局|部门/.test(text) ? '部门' : null;

/** Stretches that only questions name; everything else is read as reports read it. */
const SHORT: readonly (readonly [RegExp, (today: CalendarDate, books: Books) => Period])[] = [
  [/本周|这周|这个星期/, weekOf],
  [/上周|上个星期/, (today) => weekOf(addDays(today, -7))],
  [/今天|今日/, dayPeriod],
  [/昨天|昨日/, (today) => dayPeriod(addDays(today, -1))],
  [/(?:这|本)个?季度?/, (today, books) => books.holding('quarter', today)],
  [/上个?季度?/, (today, books) => books.before(books.holding('quarter', today))],
];

function periodOf(text: string, today: CalendarDate, books: Books): { readonly period: Period; readonly left: string } {
  const plain = text.replace(/(?:跟|和|与|同|比|较)?(?:去年|上年)(?:同期|(?=相?比))(?:相?比)?/g, '');
  for (const [words, of] of SHORT) {
    if (words.test(plain)) return { period: of(today, books), left: plain.replace(words, ' ') };
  }
  const said = readPeriod(plain, today, books);
  const far = books.holding('year-to-month', today);
  if (!said) return { period: far, left: plain };
  const whole = said.period.kind === 'year' && said.period.from === far.from;
  return { period: whole ? far : said.period, left: plain.replace(said.text, ' ') };
}

/** Metrics that look at projects, and can be narrowed by their size and origin. */
const OF_PROJECTS = /^(?:signed|started|landed|completed|producing)_|^funds$|^fixed_assets$/;

function tailOf(text: string, figure: string): string {
  if (!OF_PROJECTS.test(figure)) return '';
  const size = SIZE.exec(text);
  const origin = /省外|境外/.exec(text)?.[0];
  return `${size ? `/${size[1] ?? '1'}${size[2]}以上` : ''}${origin ? `/${origin}` : ''}`;
}
