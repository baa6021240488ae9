import { type CalendarDate, partsOf } from '../domain/calendar/date.ts';
import { readNumeral } from './chinese-number.ts';
import { clauseBefore } from './clause.ts';
import { matches } from './matches.ts';
import { NOT_YET, ONLY_THEN, STAGE_WORDS } from './words/stages.ts';

/** A stage a text says is reached, and where it says so. */
export interface StageFound {
  readonly stage: string;
  readonly at: number;
}

const WORDS = STAGE_WORDS.map(([stage, words]) => ({ stage, pattern: new RegExp(words, 'g') }));
/** 五月份试运营, said in March. */
const FUTURE_MONTH =
  /(?<![\d年])(1[0-2]|[1-9]|十[一二]|[一二三四五六七八九十])月(?:份?[^，,。；;\d日号]{0,6}|\d{1,2}[日号]?之?前[^，,。；;\d]{0,6})$/;
/** 四季度动工, said in spring. */
const QUARTER = /(?<!年)第?([一二三四1-4])季度[^，,。；;]{0,8}$/;
/** 预计2016年11月30日前完成设备安装并正式投产: a plan with its day governs the whole clause. */
const PLANNED_FOR =
  /(?:预计|计划|力争|争取|确保|有望|拟|将)(?:于|在|到|至)?(?:20\d\d年|\d{1,2}月|今年|明年|后年|年底|月底|本月|[上下]半年|[一二三四]季度)/;
const FUTURE_YEAR = /(?<!\d)((?:20)?\d\d)\s?年[^，,。；;]{0,12}$/;

/**
 * The furthest stage that the text says is reached; what is planned or expected does not count. 签约落户 in one breath is
 * 签约. Null where none is said.
 */
export function readStage(plain: string, today: CalendarDate): StageFound | null {
  for (const { stage, pattern } of WORDS) {
    const reached = matches(pattern, plain).find((match) => isReached(plain, match, today));
    if (!reached) continue;
    const signed = stage === '落地' ? signedToo(plain, reached, today) : null;
    return signed ?? { stage, at: reached.index };
  }
  return null;
}

/** 明年3月安装设备，5月试产: a clause that begins with a time of its own goes on with what the one before plans. */
const TIMED = /^\s?(?:并|再|同年|次年|明年|后年|年底|\d{4}年|\d{1,2}月|[一二三四五六七八九十]{1,2}月)/;

/** The words that govern a stage: its clause, among people who write no commas back to the blank. */
function leadOf(plain: string, at: number): string {
  const clause = clauseBefore(plain, at, 22);
  const own = /[，,。；;]/.test(plain) ? clause : clause.slice(clause.search(/\S*$/));
  return TIMED.test(own) ? `${clauseBefore(plain, Math.max(0, at - own.length - 1), 22)} ${own}` : own;
}

function isReached(plain: string, match: RegExpExecArray, today: CalendarDate): boolean {
  const lead = leadOf(plain, match.index);
  if (
    NOT_YET.test(lead) &&
    (/有望|预计|计划|力争|拟|将|争取/.test(lead) || !/(?:已经?|正式|今[天日]|昨[天日])[^，,。；;\s]{0,6}$/.test(lead))
  )
    return false;
  if (PLANNED_FOR.test(clauseBefore(plain, match.index, 44))) return false;
  const behind = plain.slice(match.index + match[0].length, match.index + match[0].length + 5);
  if (ONLY_THEN.test(behind) && !/^仪式(?![往改推延挪定])/.test(behind)) return false;
  const { year, month } = partsOf(today);
  const quarter = QUARTER.exec(lead)?.[1];
  if (quarter !== undefined && monthNumber(quarter) * 3 - 2 > month) return false;
  if (/(?:[年月天]|个月)(?:左右|之?后|以后)[^，,。；;]{0,6}$/.test(lead)) return false;
  if (month < 7 && /(?<!\d年)下半年[^，,。；;]{0,8}$/.test(lead) && !/去年/.test(lead)) return false;
  const written = FUTURE_YEAR.exec(lead)?.[1];
  if (written !== undefined) return Number(written) % 100 <= year % 100;
  const later = monthNumber(FUTURE_MONTH.exec(lead)?.[1]) - month;
  return !(later > 0 && later <= 6);
}

/** 签约 anywhere beside 落户, without a registration or land of its own. */
function signedToo(plain: string, landed: RegExpExecArray, today: CalendarDate): StageFound | null {
  if (/注册|摘|地$|照|选址|取得土地|竞得/.test(landed[0])) return null;
  const signing = WORDS.find(({ stage }) => stage === '签约');
  const found = signing && matches(signing.pattern, plain).find((match) => isReached(plain, match, today));
  return found ? { stage: '签约', at: found.index } : null;
}

function monthNumber(text: string | undefined): number {
  if (text === undefined) return 0;
  return Number(/^\d/.test(text) ? text : (readNumeral(text) ?? 0));
}
