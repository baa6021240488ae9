import { parseArgs } from 'node:util';
import { UsageError } from './define.ts';

/** The options and words of a call. Unknown options are a usage error. `flags` take no value, `values` take one. */
export function readOptions<Value extends string, Flag extends string>(
  args: readonly string[],
  { values = [], flags = [] }: { values?: readonly Value[]; flags?: readonly Flag[] },
): { words: readonly string[]; value: (name: Value) => string | undefined; flag: (name: Flag) => boolean } {
  const options = Object.fromEntries([
    ...values.map((name) => [name, { type: 'string' as const }]),
    ...flags.map((name) => [name, { type: 'boolean' as const }]),
  ]);
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const found = parsed.values as Readonly<Record<string, string | boolean | undefined>>;
    return {
      words: parsed.positionals,
      value: (name) => (typeof found[name] === 'string' ? found[name] : undefined),
      flag: (name) => found[name] === true,
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The words of a call that takes no options, at most so many of them. */
export function readWords(args: readonly string[], most: number): readonly string[] {
  const { words } = readOptions(args, {});
  if (words.length > most) throw new UsageError(`多了“${words.slice(most).join(' ')}”`);
  return words;
}

/** An instant of an option ("2026-06-30T17:00:00+08:00", or without offset in Asia/Shanghai). */
export function readInstant(text: string): Date {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text)
    ? text
    : `${text.length === 10 ? `${text}T12:00` : text.replace(' ', 'T')}+08:00`;
  const instant = new Date(zoned);
  if (Number.isNaN(instant.getTime())) throw new UsageError(`不是时间：${text}`);
  return instant;
}
