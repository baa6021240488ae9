import { plainWords } from '../reading/plain.ts';
import { note, type Reply } from '../rendering/reply.ts';
import { ask, type Pending } from '../services/pending.service.ts';
import type { Context } from './context.ts';
import { lineArgs } from './form-fields.ts';
import type { CommandBook } from './load.ts';
import { buttonsForMissing } from './missing-part.ts';
import type { Parsed, ParsedCommand } from './parse.ts';
import { readLine } from './read-line.ts';
import { offerOf } from './run-form.ts';

/** A question of dispatch itself: the rest of a command that lacked a part. */
export const COMPLETE = '@complete';

/** Asks for the parts that a command lacks; the next words of this person here complete it. */
export async function askForRest(context: Context, parsed: ParsedCommand): Promise<Reply> {
  const { command, missing, line, values } = parsed;
  if (context.actor.personId !== 0)
    await ask(context.tx, context, { command: command.name, action: COMPLETE, args: { line }, minutes: 30 });
  return {
    title: `还缺：${missing.map((name) => command.slots[name]?.label).join('、')}`,
    tone: 'ask',
    parts: [note(`没有写入任何内容。直接回复缺的部分即可，或按这样写：${command.usage}\n例如：${command.examples[0]}`)],
    buttons: await buttonsForMissing(context, parsed),
    form: offerOf(command, lineArgs(command.slots, values, context.vocabulary)),
  };
}

/** The command whose parts were asked for, when these words bring at least one of them. */
export function completedBy(book: CommandBook, context: Context, line: string, text: string): ParsedCommand | null {
  const before = readLine(book, context, line);
  const after = readLine(book, context, `${line} ${text}`);
  if (before.kind !== 'command' || after.kind !== 'command' || after.command !== before.command) return null;
  if (speaksOfElse(text, before, book)) return null;
  return after.missing.length < before.missing.length ? after : null;
}

/** "华辰签约 12亿" is no answer to a question for the sum that has arrived: it speaks of another thing. */
function speaksOfElse(text: string, { command, missing }: ParsedCommand, book: CommandBook): boolean {
  if (missing.some((name) => command.slots[name]?.kind === 'rest')) return false;
  const said = plainWords(text);
  if (command.name !== '阶段' && /签约|落地|开工|投产|竣工/.test(said)) return true;
  return book.commands.some(
    ({ name, kind }) => kind === 'write' && name.length > 1 && name !== command.name && said.includes(name),
  );
}

/** A bare command word, a command that names its record, or the asked-about command said again is no answer. */
export const startsAnew = (parsed: Parsed, asked: Pending): boolean =>
  parsed.kind === 'command' &&
  (namesRecord(parsed) ||
    parsed.line === parsed.command.name ||
    (asked.action === COMPLETE && parsed.command.name === asked.command));

const namesRecord = (parsed: ParsedCommand): boolean =>
  Object.values(parsed.values).some(
    (value) => typeof value === 'number' || (typeof value === 'object' && value !== null && 'number' in value),
  );
