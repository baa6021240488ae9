import { readRecordNumber } from '../reading/reference.ts';
import type { Parsed, ParsedCommand } from './parse.ts';

/**
 * A command whose record is in the message it answers: "签收" said to "已分派 R45 …" is 签收 R45. A number counts only where
 * the quoted message holds one of its kind; a command that names a record itself takes none from the quote.
 */
export function withQuoted(parsed: Parsed, quote: string | undefined): Parsed {
  if (parsed.kind !== 'command' || !quote || names(parsed)) return parsed;
  const numbers = readRecordNumber(quote);
  const values: Record<string, unknown> = { ...parsed.values };
  for (const [name, slot] of Object.entries(parsed.command.slots)) {
    if (slot.kind !== 'record' && slot.kind !== 'project') continue;
    const letter = slot.kind === 'record' ? slot.letter : 'X';
    const found = [...new Set(numbers.filter((one) => one.letter === letter).map((one) => one.number))];
    if (found.length === 1) values[name] = slot.kind === 'record' ? found[0] : { number: found[0] };
  }
  return { ...parsed, values, missing: parsed.missing.filter((name) => values[name] === undefined) };
}

/**
 * The line with the quoted project in it, where the words that stand where a project should are none: "进展 今天对接了用地"
 * said to a card. Null where the quote holds no project, or several.
 */
export function lineWithQuoted(parsed: ParsedCommand, quote: string | undefined): string | null {
  const [words] = Object.values(parsed.values).filter(
    (value): value is { words: string } => typeof value === 'object' && value !== null && 'words' in value,
  );
  const numbers = new Set(
    readRecordNumber(quote ?? '').flatMap(({ letter, number }) => (letter === 'X' ? [number] : [])),
  );
  const [only] = numbers;
  if (!words || only === undefined || numbers.size > 1) return null;
  return parsed.line.replace(parsed.command.name, `${parsed.command.name} X${only}`);
}

const names = ({ command, values }: ParsedCommand): boolean =>
  Object.entries(command.slots).some(
    ([name, slot]) => (slot.kind === 'record' || slot.kind === 'project') && values[name] !== undefined,
  );
