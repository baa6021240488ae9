import { compare } from '../domain/money/decimal.ts';
import type { AmountSpan } from './amount.ts';
import { before as sentenceBefore } from './clause.ts';
import { matches } from './matches.ts';
import { addSum, isYearly, type Money } from './money-context.ts';
import { CUES_BEFORE, CUES_BEHIND, type MoneyRole } from './words/money-cues.ts';

const CUES = CUES_BEFORE.map(([role, words]) => ({ role, pattern: new RegExp(words, 'g') }));
const EQUALS =
  /(?<!合计)(?:[（(](?:约|合|折合|相当于|折|值|等于|即|(?:当期|现行|即期)?汇率)*|^[，,]约|(?:约?折合|约?合|折(?![旧扣])|相当于|折算[成为]?)约?)(?:人民币|[一-龥]{1,2}[币元])?约?\s*$/;
/** What was sold or paid in a month or a year gone by is no yearly figure of a project that runs. */
const PERIOD =
  /(?:老|旧|(?<![实兑体])现)(?:厂|产线|线|公司|年销|有|在[^，,。\s]{0,6}厂)|自己厂|原来|现在(?![要想准打])|之初|当初|建厂时|本月|当月|上月|上半年|季度|去年|前年|\d月份?(?!底?[^，,]*(?:投|达|满)产后)|截至|累计|(?<!到|至|预计|计划|力争|有望|将于|在)(?:20\d\d|二[○〇零]..)年(?:度|全年)?[，,]?(?:该?企业|公司)?[^，,达投满]{0,4}(?:实现|完成|累计|上缴|缴纳|产值|销售|营收|税收|纳税)/;
/** 2025年，企业实现年产值40亿 */
const IN_A_YEAR =
  /(?<!到|至|预计|计划|力争|有望|将于|在)(?:20\d\d|二[○〇零]..)年[，,]?(?:该?企业|公司|园区)?(?:共|已)?实现[^。；;]{0,16}$/;
const isOfAYear = (sentence: string): boolean => IN_A_YEAR.test(sentence) && !/[达投]产|建成|可|将/.test(sentence);
/** 去年开票2.3亿 纳税900万: the next figure is of the same year, unless it is expected. */
const AHEAD = /今年|明年|预计|计划|拟|达产|投产|力争|新增|可|将/;
/** 去年一期 达产能卖1亿: what stands before the blank is of another time. */
const LAST_PIECE = /^.*\s(?=\S*[投达满]产)/;
/** 计划三年内累计投资: nothing is spent yet. */
const TO_COME = /(?:计划|拟|将|预计|未来|力争)[^，,]{0,10}(?:累计|总计|共)/;
/** 6.5亿→4亿, 8亿改成6亿: the sum before is no longer true. */
const CHANGED =
  /^\s?(?:写错|报错|打错|错了|不对|有误)|^(?:人民币|元)?不到[，,\s]?[\d一二两三四五六七八九]|^元?变(?=[\d一二两三四五六七八九])|^\s?元?\s?(?:→|->|=>|改[成为到]|调[整]?[成到为至]|[变增减降缩涨提][少小加高]?[成到为至])[^\d，,。；;]{0,4}\d/;
/** 过亿元项目, 超百亿元企业: a size class and no sum. */
const SIZE_CLASS =
  /^[近超过逾上][十百千]?亿元?(?:以上|级)?的?(?:大|重大|工业|产业|制造业|链式|外资)?(?:项目|企业|园区|产业)/;
/** In a sentence a sum without any word for it counts only right at the head of its clause or behind what is built. */
const ALONE =
  /^\s*(?:.{0,14}(?:项目|基地|工厂|厂|线|期|约|近|超|达|打造|建设|新建|扩建|扩产|改造|约合|落户|引进))?\s*$/;
/** 五年累计税收2亿: of several years together. */
const SEVERAL_YEARS =
  /(?<![\d第])(?:\d|[两三五十])年(?:内|期|累计|合计|总共|总|共)*(?:上缴|缴纳|贡献|实现|纳税|税收|产值|销售|营收|不少于|不低于|约|超)*\s?$/;
/** 同意给3000万, 地省600万, 今年已落地18.6亿: in chat a sum without a cue that is given, saved or counted is no investment. */
const NOT_BARE =
  /(?:同意给|给了|承诺的?是|[地能可]省|省[了下]|花了|报税|[离距](?=[^，,。]{0,4}(?:目标|任务|\d))|返还|欠[了着款]|赔了|亏了|赚了|卖了|付了|交了|拨了|退了|扣了|罚了)[^，,。\s\d]{0,4}$|(?:今年|全年|上半年|本月|累计)已?经?(?:落地|签约?|完成|引进)了?\s?$/;
/** 亩均税从30万降到20万: what changes there is no investment. */
const OF_OTHER_THINGS =
  /(?:税收?|产值|销售额?|营收|收入|利润|市值|估值|[地电房租]价|租金|强度|工资|补贴|能耗)(?:收入|负担)?已?(?:从|由|要|已)[^，,。]{0,12}[到至]\s?$/;
const FROM = /(?:从|由|不再?是|并非)(?:原来的?|最初的?|原先的?)?(?:[一-龥]{1,2}币)?\s*$/;

/** Says for each sum of a text what it is: by the last telling word before it in its clause, else by the word behind. */
export function moneyRoles(plain: string, amounts: readonly AmountSpan[], chatty: boolean): readonly Money[] {
  const found: Money[] = [];
  let past = false;
  for (const span of amounts) {
    const last = found.at(-1);
    const own = last ? plain.slice(last.span.end, span.start) : '';
    const clause = clauseOf(plain, span, last?.span.end ?? 0);
    const role =
      last && isSame(last, span, own)
        ? last.role
        : ((last && grownFrom(last, plain, own)) ?? roleAmong(found, plain, span, clause, chatty));
    past =
      isYearly(role) &&
      (isPast(clause) ||
        isOfAYear(sentenceBefore(plain, span.start, 26)) ||
        (past && own.length < 9 && !AHEAD.test(own)));
    addSum(found, { span: inSameMoney(span, last, own), role: past ? 'other' : role }, { plain, own, clause });
  }
  return found;
}

/** 3.5亿美元（约合25亿元人民币）: the same sum in another currency. */
const isSame = ({ span: one }: Money, other: AmountSpan, own: string): boolean =>
  one.currency !== other.currency && own.length < (/[合折]/.test(own) ? 24 : 8) && EQUALS.test(own);

/** 年产值由5亿元增加到8亿元: of the second what the first was, by the words before 由. */
function grownFrom({ span }: Money, plain: string, own: string): MoneyRole | null {
  if (!GROWN.test(own)) return null;
  const clause = sentenceBefore(plain, span.start, 26);
  if (/最初|原先|当年|成立/.test(clause)) return 'other';
  return FROM.test(clause) ? lastCue(clause.replace(FROM, '')) : null;
}
const GROWN = /^[^，,。；;\d]{0,3}(?:增加|增长|提高|提升|扩大|上升|增|升|提|涨)[到至为]约?$/;

/** 由新台币80亿元增加到100亿元: both are of the same money. */
const inSameMoney = (span: AmountSpan, last: Money | undefined, own: string): AmountSpan =>
  last && GROWN.test(own) && /[亿万]元?$/.test(span.text) ? { ...span, currency: last.span.currency } : span;

const isPast = (clause: string): boolean => PERIOD.test(clause.replace(LAST_PIECE, '')) || SEVERAL_YEARS.test(clause);

const roleAmong = (
  found: readonly Money[],
  plain: string,
  span: AmountSpan,
  clause: string,
  chatty: boolean,
): MoneyRole => (partOf(found, span, clause) ? 'part' : roleOf(plain, span, clause, chatty));

/** 3亿 其中市产投出1亿: a share of the sum before it. */
const partOf = (found: readonly Money[], span: AmountSpan, clause: string): boolean =>
  found.length > 0 &&
  /其中(?![^，,]{0,12}(?:[一二三首]期|外资|到位))[^，,]{0,12}$/.test(clause) &&
  found.some(
    ({ role, span: whole }) =>
      INVESTED.test(role) && whole.currency === span.currency && compare(whole.wan, span.wan) > 0,
  );
const INVESTED = /^(?:total|investment|bare)$/;

/** The clause before a sum, back to the sum before it. */
function clauseOf(plain: string, span: AmountSpan, floor: number): string {
  const sentence = sentenceBefore(plain, span.start, Math.min(26, span.start - floor));
  return sentence.slice(Math.max(sentence.search(/[^，,]*$/), 0));
}

function roleOf(plain: string, span: AmountSpan, clause: string, chatty: boolean): MoneyRole {
  const behind = plain.slice(span.end, span.end + 14);
  if (FROM.test(clause) || CHANGED.test(behind)) return 'other';
  const free = chatty && clause.includes(' ') && lastCue(clause.replace(/^.*\s/, '')) === null;
  const after = CUES_BEHIND.find(
    ([role, pattern]) => (role === 'other' || role === 'arrived' || free || clause === '') && pattern.test(behind),
  );
  if (after && !(PLEDGED.test(clause) && /^的?(?:合同|协议)/.test(behind))) return after[0];
  if (SIZE_CLASS.test(plain.slice(span.start - 1, span.end + 8)) && !/总投资$/.test(clause)) return 'other';
  const cue = lastCue(clause);
  if (cue === 'total' && OF_OTHER_THINGS.test(plain.slice(Math.max(0, span.start - 20), span.start))) return 'other';
  if (cue === 'arrived' && TO_COME.test(clause)) return 'investment';
  if (cue === 'other' && /出资[^，,]{0,3}$/.test(clause) && (chatty || BUILDS.test(behind))) return 'investment';
  if (cue) return cue;
  const late = CUES_BEHIND.find(([, pattern]) => pattern.test(behind));
  if (late && (late[0] !== 'investment' || /[亿元]|[金刀币镑]$/.test(span.text))) return late[0];
  if (/^[百千]亿元?$/.test(plain.slice(span.start, span.end)) && !(chatty ? ROUND_SUM : ROUND_PROJECT).test(behind))
    return 'other';
  return (chatty ? NOT_BARE.test(clause) : !(ALONE.test(clause) || isNamed(plain, clause, behind))) ? 'other' : 'bare';
}

/** 出资5亿元新建: no share of a firm. */
const BUILDS = /^[^，,。；;]{0,10}(?:建|扩|上马)/;

/** 签下投资8亿元的合同: the sum is the investment's, not the contract's. */
const PLEDGED = /投资(?:额|总额)?[约近超达]{0,2}$/;

/** 百亿级化纤项目, in chat 百亿 and nothing more; 百亿产业 is a size. */
const ROUND_PROJECT = /^级?[^，,。；;]{2,14}项目/;
const ROUND_SUM = /^(?:的?(?:$|[\s，,。；;])|级?[^，,。；;\s]{2,14}项目)/;

/** 甲公司气化炉6亿元，刚注册: a sum at the end of a name counts where the text says how far that is. */
const isNamed = (plain: string, clause: string, behind: string): boolean =>
  REACHED.test(plain) &&
  /^(?:[，,、。；;:：（(]|的[^，,。；;]{2,})/.test(behind) &&
  !NOT_BARE.test(clause) &&
  !UNNAMED.test(clause);
const REACHED = /签约|签下|签了|落户|落地|注册|破土|奠基|开工|动工|投产|竣工|封顶|建成|试产/;
const UNNAMED = /[约近超达过逾为]$|增长|同比|签约|项目\s?\d|\d\s?[个家]|[一-龥][率额量值费价款入出资润]\s?$/;

/** 年产值将增至: what grows there is told by the cue ahead. */
const GROWS = /[到至成]$/;

/** The role of the cue that ends last; of those that end there, the longest. */
function lastCue(clause: string): MoneyRole | null {
  let best: { role: MoneyRole; end: number; length: number } | null = null;
  for (const { role, pattern } of CUES) {
    for (const match of matches(pattern, clause)) {
      const end = match.index + match[0].length;
      if (!best || end > best.end || (end === best.end && match[0].length > best.length)) {
        best = { role, end, length: match[0].length };
      }
    }
  }
  if (best === null || clause.length - best.end > 14) return null;
  const start = best.end - best.length;
  if (best.role !== 'total' || start === 0 || !GROWS.test(clause.slice(start, best.end))) return best.role;
  const grown = lastCue(clause.slice(0, start));
  return grown === null || grown === 'investment' || grown === 'phase' ? best.role : grown;
}
