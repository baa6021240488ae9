import { readFileSync } from 'node:fs';

/** Any JSON value of a case's input. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The input of a case: which keys stand there depends on the surface. */
export type Input = Readonly<Record<string, Json>>;

/** What must happen; see test/fixtures/badinput. */
export interface Expectation {
  readonly outcome: string | readonly string[];
  readonly writes?: number | readonly number[];
  readonly effects?: number | readonly number[];
  readonly stored?: Readonly<Record<string, Json>>;
  readonly stored_sum?: string;
  readonly lines?: readonly string[];
  readonly reply?: Readonly<Record<string, readonly string[] | string>>;
  readonly same_as?: string;
  readonly mentions?: Json;
  readonly winners?: number;
  readonly sessions?: number;
  readonly dup_of?: string;
  readonly max_results?: number;
  readonly export_safe?: boolean;
  readonly console_safe?: boolean;
  readonly outbound_denied?: string | readonly string[];
  readonly max_ms?: number;
  readonly ack_ms?: number;
  readonly max_lag_ms?: number;
  readonly max_rss_mb?: number;
  readonly no_substitution?: boolean;
}

/** One line of a case file. */
export interface BadInputCase {
  readonly id: string;
  readonly surface: 'command' | 'slack-http' | 'wecom-http' | 'xlsx-import' | 'console';
  readonly tags: readonly string[];
  readonly input: Input;
  readonly expect: Expectation;
}

/** The cases of a surface, of all the case files. */
export function casesOf(surface: BadInputCase['surface']): readonly BadInputCase[] {
  return ['cases.jsonl', 'own.jsonl']
    .flatMap((file) => readFileSync(new URL(`../../fixtures/badinput/${file}`, import.meta.url), 'utf8').split('\n'))
    .filter(Boolean)
    .map((line) => JSON.parse(line) as BadInputCase)
    .filter((one) => one.surface === surface);
}

/** A value with every `{{key}}` replaced by what the world calls it. An unknown key stays. */
export function fill<Value>(value: Value, vars: Readonly<Record<string, string>>): Value {
  if (typeof value === 'string')
    return value.replace(/\{\{([^{}]+)\}\}/g, (whole, key: string) => vars[key] ?? whole) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => fill(one, vars)) as Value;
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one, vars)])) as Value;
  return value;
}

/** A text, or what `{"gen": [[piece, times], …]}` spells out. */
export function spelled(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  const gen = value && typeof value === 'object' && !Array.isArray(value) && 'gen' in value ? value.gen : [];
  return (gen as readonly (readonly [string, number?])[]).map(([piece, times = 1]) => piece.repeat(times)).join('');
}

/** One value or a list of them, as a list. */
export const listOf = <Value>(value: Value | readonly Value[] | undefined): readonly Value[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
