import { Refusal } from '../domain/refusal.ts';
import { soundsLike } from '../reading/sound.ts';
import { guessCard } from '../rendering/cards/guess.card.ts';
import { type Guess, guess, projectsMeant } from '../services/guess.service.ts';
import { atHand } from '../services/mine.service.ts';
import { currentQuestion, type Pending, settle } from '../services/pending.service.ts';
import { actionOf, checkRole, commandOf } from './allowed.ts';
import { COMPLETE, completedBy, startsAnew } from './completion.ts';
import type { Context } from './context.ts';
import { lineArgs } from './form-fields.ts';
import type { CommandBook } from './load.ts';
import { offersIn } from './offers.ts';
import type { Parsed, ParsedCommand } from './parse.ts';
import type { Ran } from './ran.ts';
import { readLine, readWithQuote } from './read-line.ts';
import { runCommand } from './run-command.ts';
import { showForm } from './run-form.ts';
import type { Near } from './suggest.ts';

/** The form of a line, with what it says already in the fields. */
export async function showLine(book: CommandBook, context: Context, line: string): Promise<Ran> {
  const parsed = readLine(book, context, line);
  if (parsed.kind === 'none') throw new Refusal('command.unknown', { near: parsed.suggestions });
  return showParsed(context, parsed);
}

const showParsed = (context: Context, { command, values }: ParsedCommand): Promise<Ran> =>
  showForm(context, command, lineArgs(command.slots, values, context.vocabulary));

/** A part that must be there is not, or the command has a form of its own and nothing else was said. */
const lacks = ({ command, missing, line }: ParsedCommand): boolean =>
  missing.length > 0 || (command.form !== undefined && line === command.name);

/** A number alone completes a command that asked for its record; else it is looked up. */
const LONE_NUMBER = /^\s*[A-Za-z#＃]\s?\d{1,9}\s*$/;

/** The command that lacked a part is not wanted any more. */
const GIVEN_UP =
  /^\s*(?:那?就?算了|不用了?|不必了|取消|不[记写报要办]了|先不[记写报]了?|放弃|没事了?|当我没说)[吧啊\s。.!！]*$/;

/** Does what a text says: a command, the answer to an open question, or free words. */
export async function runText(book: CommandBook, context: Context, text: string, asForm?: 'lacking'): Promise<Ran> {
  const parsed = await readWithQuote(book, context, text);
  if (isOutsidersLead(parsed, context)) return runOutsider(book, context, text);
  if (asForm && parsed.kind === 'command' && lacks(parsed)) return showParsed(context, parsed);
  const asked = await questionFor(parsed, context, text);
  if (asked) return answer(book, context, { asked, parsed, text });
  if (parsed.kind === 'command') return runCommand(context, parsed);
  if (isSlip(parsed.suggestions, text)) throw new Refusal('command.unknown', { near: parsed.suggestions });
  return runFreeText(book, context, text, parsed.suggestions);
}

/** The open question that these words answer; null where they stand for themselves. */
async function questionFor(parsed: Parsed, context: Context, text: string): Promise<Pending | null> {
  const lone = LONE_NUMBER.test(text);
  const whole = parsed.kind === 'command' && parsed.missing.length === 0;
  if ((whole && !lone) || context.actor.personId === 0) return null;
  const asked = await currentQuestion(context.tx, context);
  return asked && (!lone || asked.action === COMPLETE) && !startsAnew(parsed, asked) ? asked : null;
}

async function answer(
  book: CommandBook,
  context: Context,
  { asked, parsed, text }: { readonly asked: Pending; readonly parsed: Parsed; readonly text: string },
): Promise<Ran> {
  if (asked.action === COMPLETE) {
    await settle(context.tx, asked.id);
    if (GIVEN_UP.test(text))
      return { reply: { title: '好的，没有写入任何内容' }, command: asked.command, outcome: 'done' };
    const completed = completedBy(book, context, String(asked.args.line), text);
    const fits = completed && (completed.missing.length === 0 || parsed.kind === 'none' || LONE_NUMBER.test(text));
    return fits ? runCommand(context, completed) : runText(book, context, text);
  }
  const command = commandOf(book, asked.command);
  const action = actionOf(command, asked.action);
  checkRole(context, command, action);
  return { reply: await action.run({ id: asked.id }, context, text), command: command.name, outcome: 'done' };
}

/** What somebody who is not bound says, where the office takes leads from outside: all but what anybody may say. */
const isOutsidersLead = (parsed: Parsed, { actor, org }: Context): boolean =>
  actor.personId === 0 &&
  org.settings.outsideLeads === '开' &&
  !(parsed.kind === 'command' && parsed.command.ability === 'any');

async function runOutsider(book: CommandBook, context: Context, text: string): Promise<Ran> {
  const command = commandOf(book, '荐商');
  return { reply: await command.run({ words: text }, context), command: command.name, outcome: 'done', writes: true };
}

/** "倒位 X1 5000万", "路入 宁波拓普 8亿": the command word only sounds like itself, so that it is offered and not taken for news. */
function isSlip(near: readonly Near[], text: string): boolean {
  if (near.some(({ slip }) => slip)) return true;
  const [hit] = soundsLike(text.trim(), near);
  return hit !== undefined && /^[\s,，:：\dxX]/.test(text.trim().slice(hit.length));
}

/** Text without a command: 录入 shows what it understood of a lead and asks; anything else gets what it may have meant. */
async function runFreeText(book: CommandBook, context: Context, text: string, near: readonly Near[]): Promise<Ran> {
  if (context.actor.personId === 0) throw new Refusal('person.unknown');
  const projects = await projectsMeant(context.tx, context.actor, text);
  const inside = offersIn(text.trim(), book, context, {
    actor: context.actor,
    projects,
    tasks: await atHand(context.tx, context.actor, 'R'),
  });
  const mistyped = ALONE.test(text.trim()) ? near : [];
  const offers = [...mistyped, ...inside.filter(({ name }) => mistyped.every((other) => other.name !== name))];
  const meant = await guess(context.tx, context, text);
  if (meant) return { reply: guessCard(withOffers(meant, offers), text), command: '录入', outcome: 'done' };
  const capture = book.words.get('录入')?.actions?.['free-text'];
  const reply = capture && offers.length === 0 ? await capture.run({}, context, text).catch(passUnknown) : null;
  if (!reply) throw new Refusal('command.unknown', { near: offers.length > 0 ? offers.slice(0, 4) : near });
  return { reply, command: '录入', outcome: 'done' };
}

/** A word of two characters where the command's should stand: 承若 X1 …, 签手R2. */
const ALONE = /^[\u4e00-\u9fff]{2}[\s,，]*[a-zA-Z]\d/;

/** What was guessed, and the other commands that the sentence's own words name, ahead of the mere note. */
function withOffers(meant: Guess, offers: readonly Near[]): Guess {
  const commandOf = ({ line }: { readonly line: string }) => line.split(' ')[0] ?? '';
  const said = new Set(meant.lines.map(commandOf));
  const more = offers.filter((offer) => !said.has(commandOf(offer)));
  const at = meant.lines.findIndex((line) => commandOf(line) === '进展');
  const before = meant.lines.slice(0, Math.max(0, at));
  const lines = [
    ...before,
    ...more.map(({ name, line }) => ({ label: `记为${name}`, line })),
    ...meant.lines.slice(before.length),
  ];
  const [first] = more;
  return { kind: first && before.length === 0 ? first.name : meant.kind, lines: lines.slice(0, 6) };
}

function passUnknown(error: unknown): null {
  if (error instanceof Refusal && error.code === 'command.unknown') return null;
  throw error;
}
