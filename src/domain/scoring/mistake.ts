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
