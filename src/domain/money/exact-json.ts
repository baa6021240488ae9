import { round, tryDecimal } from './decimal.ts';
import { readExact } from './exact.ts';

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const MOST_PLACES = 60;
const LONGEST = 80;
/** A float holds every decimal of so many digits. */
const SAFE = 15;

/**
 * JSON in which a number that binary floats would change (12345678901234567.89) comes as decimal text of the same value;
 * every other value is what JSON.parse gives. Numbers of more than 80 characters stay as JSON.parse reads them.
 * Throws SyntaxError for what is no JSON.
 */
export function parseExactJson(text: string): unknown {
  const plain: unknown = JSON.parse(text);
  const kept = text.replace(STRING_OR_NUMBER, (token) =>
    token.length <= SAFE || token.startsWith('"') ? token : keptWhole(token),
  );
  return kept === text ? plain : JSON.parse(kept);
}

function keptWhole(token: string): string {
  const written = token.length > LONGEST ? null : readWritten(token);
  const float = readExact(Number(token));
  if (written === null || float === null || written.equals(float)) return token;
  const kept = tryDecimal(textOf(written));
  return kept === null ? token : `"${kept}"`;
}

/** The number as written, also with an exponent; null where the exponent is no sensible one. */
function readWritten(token: string) {
  const [digits = '', power = '0'] = token.toLowerCase().split('e');
  const shift = Number(power);
  const whole = readExact(digits);
  if (whole === null || Math.abs(shift) > MOST_PLACES) return null;
  const scale = readExact(10n ** BigInt(Math.abs(shift)));
  return scale === null ? null : shift < 0 ? whole.div(scale) : whole.mul(scale);
}

const textOf = (value: NonNullable<ReturnType<typeof readWritten>>): string =>
  round(value, LONGEST + MOST_PLACES).replace(/\.?0+$/, '');
