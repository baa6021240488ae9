import { changedNumber } from '../money/exact-json.ts';
import { Refusal } from '../refusal.ts';

/** The code of every refusal of this area; its data are {@link Mistake}. */
const MISTAKE = 'scoring.mistake';

/** What is wrong with a scheme or its inputs: where ("items[2].rule.kind") and, in Chinese, why. */
export interface Mistake {
  readonly path: string;
  readonly message: string;
}

/** The refusal to throw for a mistake at a path. */
export const mistake = (path: string, message: string): Refusal => new Refusal(MISTAKE, { path, message });

/** The mistake in what was thrown; null when it was something else. */
export function mistakeIn(error: unknown): Mistake | null {
  if (!(error instanceof Refusal) || error.code !== MISTAKE) return null;
  return { path: String(error.data.path ?? ''), message: String(error.data.message ?? '') };
}

/** The path of a field ("total.round") or, for a number, of an element ("items[2]"). */
export function below(path: string, step: string | number): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  return path === '' ? step : `${path}.${step}`;
}

/** What is wrong with JSON in which a number has more digits than a program's numbers hold; null when nothing is. */
export function tooLongIn(text: string, fields: readonly string[] = []): Mistake | null {
  const found = changedNumber(text, fields);
  if (!found) return null;
  const written = found.text.length > 24 ? `${found.text.slice(0, 24)}…` : found.text;
  return { path: found.path, message: `${written} 位数太多，存不准，最多写 15 位有效数字` };
}
