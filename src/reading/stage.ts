import { clauseBefore } from './prepared.ts';
import { NOT_YET, ONLY_THEN, STAGE_WORDS } from './words/stages.ts';

/** A stage a text says is reached, and where it says so. */
export interface StageFound {
  readonly stage: string;
  readonly at: number;
}

const WORDS = STAGE_WORDS.map(([stage, words]) => ({ stage, pattern: new RegExp(words, 'g') }));
const FUTURE_YEAR = /(20\d\d)\s?年[^，,。；;]{0,12}$/;

/**
 * The furthest stage that the text says is reached; what is planned or expected does not count. 签约落户 in one breath is
 * 签约. Null where none is said.
 */
export function readStage(plain: string, year: number): StageFound | null {
  for (const { stage, pattern } of WORDS) {
    const reached = [...plain.matchAll(pattern)].find((match) => isReached(plain, match, year));
    if (!reached) continue;
    const signed = stage === '落地' ? signedToo(plain, reached, year) : null;
    return signed ?? { stage, at: reached.index };
  }
  return null;
}

function isReached(plain: string, match: RegExpExecArray, year: number): boolean {
  const lead = clauseBefore(plain, match.index, 22);
  if (NOT_YET.test(lead) && !/(?:已经?|正式|今[天日]|昨[天日])[^，,。；;]{0,6}$/.test(lead)) return false;
  const behind = plain.slice(match.index + match[0].length, match.index + match[0].length + 5);
  if (ONLY_THEN.test(behind) && !/^仪式/.test(behind)) return false;
  return Number(FUTURE_YEAR.exec(lead)?.[1] ?? 0) <= year;
}

/** 签约 anywhere beside 落户, without a registration or land of its own. */
function signedToo(plain: string, landed: RegExpExecArray, year: number): StageFound | null {
  if (/注册|摘牌|拿地|执照|选址|取得土地|竞得/.test(landed[0])) return null;
  const signing = WORDS.find(({ stage }) => stage === '签约');
  const found = signing && [...plain.matchAll(signing.pattern)].find((match) => isReached(plain, match, year));
  return found ? { stage: '签约', at: found.index } : null;
}
