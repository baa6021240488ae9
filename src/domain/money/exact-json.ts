import { round, tryDecimal } from './decimal.ts';
import { readExact } from './exact.ts';

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const MOST_PLACES = 60;
const LONGEST = 80;
/** A float holds every decimal of so many digits. */
const SAFE = 15;

/**
 * JSON in which a number that binary floats would change (12345678901234567.89) comes as decimal text of the same value;
 * every other value is what JSON.parse gives. A number of more than 80 characters comes as text that no figure is read from.
 * Throws SyntaxError for what is no JSON.
 */
export function parseExactJson(text: string): unknown {
  const plain: unknown = JSON.parse(text);
  const kept = text.replace(STRING_OR_NUMBER, (token) =>
    token.length <= SAFE || token.startsWith('"') ? token : keptWhole(token),
  );
  return kept === text ? plain : JSON.parse(kept);
}

/** A number in JSON that binary floats would change: where it stands ("items[0].weight"), and as it was written. */
export interface ChangedNumber {
  readonly path: string;
  readonly text: string;
}

/**
 * The first number that binary floats would change, within some fields of the outermost object or (none named) anywhere:
 * what holds numbers as a program does must refuse it. Null where there is none. Throws SyntaxError for what is no JSON.
 */
export function changedNumber(text: string, fields: readonly string[] = []): ChangedNumber | null {
  const plain: unknown = JSON.parse(text);
  const exact = parseExactJson(text);
  if (fields.length === 0) return firstChanged(plain, exact, '');
  for (const field of fields) {
    const found = firstChanged(fieldOf(plain, field), fieldOf(exact, field), field);
    if (found) return found;
  }
  return null;
}

function firstChanged(plain: unknown, exact: unknown, path: string): ChangedNumber | null {
  if (typeof plain === 'number') return typeof exact === 'string' ? { path, text: exact } : null;
  if (typeof plain !== 'object' || plain === null) return null;
  for (const key of Object.keys(plain)) {
    const step = Array.isArray(plain) ? `[${key}]` : path === '' ? key : `.${key}`;
    const found = firstChanged(fieldOf(plain, key), fieldOf(exact, key), path + step);
    if (found) return found;
  }
  return null;
}

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;

function keptWhole(token: string): string {
  if (token.length > LONGEST) return JSON.stringify(token);
  const written = readWritten(token);
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
