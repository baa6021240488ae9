import { mayEver } from '../domain/org/access.ts';
import { resolveProject } from '../services/resolve.service.ts';
import type { Context } from './context.ts';
import { withDays } from './days-of.ts';
import type { CommandBook } from './load.ts';
import { type Parsed, type ParsedCommand, parseLine } from './parse.ts';
import { lineWithQuoted, withQuoted } from './quoted.ts';
import type { OwnUnit } from './reading.ts';

/** A line read by the book and the context's names; a day without a year that fits none is offered as days. */
export function readLine(book: CommandBook, context: Context, text: string): Parsed {
  try {
    return parseLine(text, book, { ...context, own: ownUnitOf(context) });
  } catch (error) {
    throw withDays(error, text, context.today);
  }
}

function ownUnitOf({ actor, vocabulary }: Context): OwnUnit | undefined {
  const unit = vocabulary.units.find(({ id }) => id === actor.unitId);
  return unit && { name: unit.name, forAll: mayEver(actor, 'verify') || actor.role === 'leader' };
}

/** A line read beside the message it answers: what the line itself names comes first. */
export async function readWithQuote(book: CommandBook, context: Context, text: string): Promise<Parsed> {
  const parsed = withQuoted(readLine(book, context, text), context.quote);
  if (parsed.kind !== 'command') return parsed;
  const other = lineWithQuoted(parsed, context.quote);
  if (other === null) return wordsNotProject(context, parsed);
  const [words] = Object.values(parsed.values).filter(
    (value): value is { words: string } => typeof value === 'object' && value !== null && 'words' in value,
  );
  const known = words ? await resolveProject(context.tx, words) : [];
  return known.length > 0 ? parsed : readLine(book, context, other);
}

/** "进展 今天看地": words that stand where the project should, and are none, are the text; the project is what lacks. */
async function wordsNotProject(context: Context, parsed: ParsedCommand): Promise<Parsed> {
  const slots = Object.entries(parsed.command.slots);
  const [project] = slots.find(([, slot]) => slot.kind === 'project') ?? [];
  const [rest] = slots.find(([name, slot]) => slot.kind === 'rest' && parsed.missing.includes(name)) ?? [];
  const ref = project === undefined ? undefined : parsed.values[project];
  if (project === undefined || rest === undefined || typeof ref !== 'object' || ref === null || !('words' in ref))
    return parsed;
  if ((await resolveProject(context.tx, ref as { words: string })).length > 0) return parsed;
  const missing = [...parsed.missing.filter((name) => name !== rest), project];
  return { ...parsed, values: { ...parsed.values, [project]: undefined, [rest]: ref.words }, missing };
}
