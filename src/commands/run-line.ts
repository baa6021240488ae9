import { isSheet } from '../domain/project/evidence.ts';
import { Refusal } from '../domain/refusal.ts';
import { plainWords } from '../reading/plain.ts';
import { soundsLike } from '../reading/sound.ts';
import type { FillPress } from '../rendering/form.ts';
import type { Press, Reply } from '../rendering/reply.ts';
import { note } from '../rendering/reply.ts';
import { ask, currentQuestion, type Pending, settle } from '../services/pending.service.ts';
import { redeem } from '../services/press.service.ts';
import { resolveProject } from '../services/resolve.service.ts';
import { actionOf, checkRole, commandOf } from './allowed.ts';
import type { OpenedButton, Sealer } from './buttons.ts';
import type { Context } from './context.ts';
import { withDays } from './days-of.ts';
import { lineArgs } from './form-fields.ts';
import type { Incoming } from './incoming.ts';
import type { CommandBook } from './load.ts';
import { buttonsForMissing } from './missing-part.ts';
import { type Parsed, parseLine } from './parse.ts';
import { lineWithQuoted, withQuoted } from './quoted.ts';
import type { Ran } from './ran.ts';
import { resolveSlots } from './resolve-slots.ts';
import { askInWords, fillForm, offerOf, showForm } from './run-form.ts';
import type { Slots, Values } from './slots.ts';
import type { Near } from './suggest.ts';

interface Deps {
  readonly book: CommandBook;
  readonly sealer: Sealer;
}

const MAX_BYTES = 16_384;
const MAX_LINES = 50;

/** Decides what one line, press or file is, and does it. Throws Refusals; everything is in the caller's transaction. */
export async function runLine(deps: Deps, context: Context | null, incoming: Incoming): Promise<Ran> {
  if (!context) throw new Refusal('person.unknown');
  if (incoming.press !== undefined) return runPress(deps, context, incoming, incoming.press);
  if (Buffer.byteLength(incoming.text) > MAX_BYTES) throw new Refusal('text.too-long', { limit: MAX_BYTES });
  if (incoming.text.split('\n').filter((line) => line.trim()).length > MAX_LINES) {
    throw new Refusal('text.too-many-lines', { limit: MAX_LINES });
  }
  if (incoming.asForm === true) return showLine(deps, context, implied(incoming));
  return runText(deps, context, implied(incoming), incoming.asForm);
}

/** The form of a line, with what it says already in the fields. */
async function showLine(deps: Deps, context: Context, line: string): Promise<Ran> {
  const parsed = parse(deps, context, line);
  if (parsed.kind === 'none') throw new Refusal('command.unknown', { near: parsed.suggestions });
  return showParsed(context, parsed);
}

const showParsed = (context: Context, { command, values }: Extract<Parsed, { kind: 'command' }>): Promise<Ran> =>
  showForm(context, command, lineArgs(command.slots, values, context.vocabulary));

/** A part that must be there is not, or the command has a form of its own and nothing else was said. */
const lacks = ({ command, missing, line }: Extract<Parsed, { kind: 'command' }>): boolean =>
  missing.length > 0 || (command.form !== undefined && line === command.name);

const GREETING = /^\s*(?:[@＠]?小招)?[\s,，]*(?:你好|您好|在吗|在不在|hi|hello|嗨)[\s。.!！?？呀啊]*$/i;

/** A greeting is a call for help, a bare sheet an import, any other bare file evidence, a bare quote a lead. */
function implied({ text, files, quote }: Incoming): string {
  if (GREETING.test(text)) return '帮助';
  if (text.replace(/^\s*[@＠]?小招[\s,，:：]*$/, '').trim()) return text;
  if (files && files.length > 0) return files.every(({ name }) => isSheet(name)) ? '导入' : '凭据';
  return quote ? '录入' : '帮助';
}

/** A number alone completes a command that asked for its record; else it is looked up. */
const LONE_NUMBER = /^\s*[A-Za-z#＃]\s?\d{1,9}\s*$/;

async function runText(deps: Deps, context: Context, text: string, asForm?: 'lacking'): Promise<Ran> {
  const parsed = await parseWithQuote(deps, context, text);
  if (isOutsidersLead(parsed, context)) return runOutsider(deps, context, text);
  if (asForm && parsed.kind === 'command' && lacks(parsed)) return showParsed(context, parsed);
  const known = parsed.kind === 'command' && parsed.missing.length === 0;
  const lone = LONE_NUMBER.test(text);
  const free = (known && !lone) || context.actor.personId === 0;
  const asked = free ? null : await currentQuestion(context.tx, context);
  if (asked && (!lone || asked.action === COMPLETE) && !startsAnew(parsed, asked)) {
    if (asked.action === COMPLETE) {
      await settle(context.tx, asked.id);
      const completed = completedBy(deps, context, String(asked.args.line), text);
      if (completed && (completed.missing.length === 0 || parsed.kind === 'none'))
        return runCommand(context, completed);
      return runText(deps, context, text);
    }
    const command = commandOf(deps.book, asked.command);
    const action = actionOf(command, asked.action);
    checkRole(context, command, action);
    return { reply: await action.run({ id: asked.id }, context, text), command: command.name, outcome: 'done' };
  }
  if (parsed.kind === 'none' && isSlip(parsed.suggestions, text))
    throw new Refusal('command.unknown', { near: parsed.suggestions });
  if (parsed.kind === 'none') return runFreeText(deps, context, text, parsed.suggestions);
  return runCommand(context, parsed);
}

/** What somebody who is not bound says, where the office takes leads from outside: all but what anybody may say. */
const isOutsidersLead = (parsed: Parsed, { actor, org }: Context): boolean =>
  actor.personId === 0 &&
  org.settings.outsideLeads === '开' &&
  !(parsed.kind === 'command' && parsed.command.ability === 'any');

async function runOutsider(deps: Deps, context: Context, text: string): Promise<Ran> {
  const command = commandOf(deps.book, '荐商');
  return { reply: await command.run({ words: text }, context), command: command.name, outcome: 'done', writes: true };
}

/** "倒位 X1 5000万", "路入 宁波拓普 8亿": the command word only sounds like itself, so that it is offered and not taken for news. */
function isSlip(near: readonly Near[], text: string): boolean {
  const [hit] = soundsLike(text.trim(), near);
  return hit !== undefined && /^[\s,，:：\dxX]/.test(text.trim().slice(hit.length));
}

/** A line read beside the message it answers: what the line itself names comes first. */
async function parseWithQuote(deps: Deps, context: Context, text: string): Promise<Parsed> {
  const parsed = withQuoted(parse(deps, context, text), context.quote);
  const other = parsed.kind === 'command' ? lineWithQuoted(parsed, context.quote) : null;
  if (parsed.kind !== 'command') return parsed;
  if (other === null) return wordsNotProject(context, parsed);
  const [words] = Object.values(parsed.values).filter(
    (value): value is { words: string } => typeof value === 'object' && value !== null && 'words' in value,
  );
  const known = words ? await resolveProject(context.tx, words) : [];
  return known.length > 0 ? parsed : parse(deps, context, other);
}

/** "进展 今天看地": words that stand where the project should, and are none, are the text; the project is what lacks. */
async function wordsNotProject(context: Context, parsed: Extract<Parsed, { kind: 'command' }>): Promise<Parsed> {
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

/** A question of dispatch itself: the rest of a command that lacked a part. */
const COMPLETE = '@complete';

function parse(deps: Deps, context: Context, text: string): Parsed {
  try {
    return parseLine(text, deps.book, context);
  } catch (error) {
    throw withDays(error, text, context.today);
  }
}

/** The command whose parts were asked for, when these words bring at least one of them. */
function completedBy(
  deps: Deps,
  context: Context,
  line: string,
  text: string,
): Extract<Parsed, { kind: 'command' }> | null {
  const before = parse(deps, context, line);
  const after = parse(deps, context, `${line} ${text}`);
  if (before.kind !== 'command' || after.kind !== 'command') return null;
  if (speaksOfElse(text, before, deps.book)) return null;
  return after.missing.length < before.missing.length ? after : null;
}

/** "华辰签约 12亿" is no answer to a question for the sum that has arrived: it speaks of another thing. */
function speaksOfElse(
  text: string,
  { command, missing }: Extract<Parsed, { kind: 'command' }>,
  book: CommandBook,
): boolean {
  if (missing.some((name) => command.slots[name]?.kind === 'rest')) return false;
  const said = plainWords(text);
  if (command.name !== '阶段' && /签约|落地|开工|投产|竣工/.test(said)) return true;
  return book.commands.some(
    ({ name, kind }) => kind === 'write' && name.length > 1 && name !== command.name && said.includes(name),
  );
}

/** A bare command word, a command that names its record, or the asked-about command said again is no answer. */
const startsAnew = (parsed: Parsed, asked: Pending): boolean =>
  parsed.kind === 'command' &&
  (namesRecord(parsed) ||
    parsed.line === parsed.command.name ||
    (asked.action === COMPLETE && parsed.command.name === asked.command));

const namesRecord = (parsed: Extract<Parsed, { kind: 'command' }>): boolean =>
  Object.values(parsed.values).some(
    (value) => typeof value === 'number' || (typeof value === 'object' && value !== null && 'number' in value),
  );

/** Text without a command: 录入 shows what it understood of a lead and asks; anything else gets what it may have meant. */
async function runFreeText(deps: Deps, context: Context, text: string, near: readonly Near[]): Promise<Ran> {
  if (context.actor.personId === 0) throw new Refusal('person.unknown');
  const capture = deps.book.words.get('录入');
  const guess = capture?.actions?.['free-text'];
  const reply = guess ? await guess.run({}, context, text).catch(passUnknown) : null;
  if (!reply) throw new Refusal('command.unknown', { near });
  return { reply, command: '录入', outcome: 'done' };
}

function passUnknown(error: unknown): null {
  if (error instanceof Refusal && error.code === 'command.unknown') return null;
  throw error;
}

async function runCommand(context: Context, parsed: Extract<Parsed, { kind: 'command' }>): Promise<Ran> {
  const { command, missing } = parsed;
  checkRole(context, command);
  if (missing.length > 0)
    return {
      reply: await askForRest(context, parsed),
      command: command.name,
      outcome: 'refused',
      detail: 'slot.missing',
    };
  const values = await resolveSlots(context, command, parsed);
  if ('reply' in values)
    return { reply: values.reply, command: command.name, outcome: 'refused', detail: 'reference.several' };
  const reply = await command.run(values.values as Values<Slots>, context);
  return { reply, command: command.name, outcome: 'done', writes: command.kind === 'write' };
}

async function askForRest(context: Context, parsed: Extract<Parsed, { kind: 'command' }>): Promise<Reply> {
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

/** A press: opened, for this org and person, and used once when it writes. A second press shows what the first one did. */
async function runPress(deps: Deps, context: Context, incoming: Incoming, token: string): Promise<Ran> {
  const opened = deps.sealer.open(token, context.now);
  if (opened.orgId !== context.org.id) throw new Refusal('button.invalid');
  if (opened.personId !== null && opened.personId !== context.actor.personId) throw new Refusal('button.not-yours');
  const { press } = opened;
  if ('say' in press && incoming.asForm === true) return showLine(deps, context, press.say);
  const { run, writes } =
    'fill' in press ? filled(deps, context, press, incoming) : await pressed(deps, context, press);
  if (!writes) return run();
  return once(context, opened, run, incoming.fields ? USED_FORM : USED_BUTTON);
}

const USED_BUTTON = '（这个按钮已经用过，这是当时的结果。）';
const USED_FORM = '（这张表已经提交过，这是当时的结果。）';

function filled(deps: Deps, context: Context, { fill, args }: FillPress, { fields, asForm }: Incoming) {
  const command = commandOf(deps.book, fill);
  return {
    writes: fields !== undefined && command.kind === 'write',
    run: () => {
      if (fields) return fillForm(context, command, args, fields);
      return asForm === true ? showForm(context, command, args) : askInWords(context, command, args);
    },
  };
}

async function pressed(
  deps: Deps,
  context: Context,
  press: Exclude<Press, FillPress>,
): Promise<{ run: () => Promise<Ran>; writes: boolean }> {
  if ('say' in press) {
    const parsed = parse(deps, context, press.say);
    const writes = parsed.kind === 'command' && parsed.command.kind === 'write' && parsed.missing.length === 0;
    return {
      writes,
      run: () => (parsed.kind === 'command' ? runCommand(context, parsed) : runText(deps, context, press.say)),
    };
  }
  const command = commandOf(deps.book, press.command);
  const action = actionOf(command, press.action);
  checkRole(context, command, action);
  return {
    writes: action.kind === 'write',
    run: async () => ({ reply: await action.run(press.args, context), command: command.name, outcome: 'done' }),
  };
}

async function once(context: Context, opened: OpenedButton, run: () => Promise<Ran>, used: string): Promise<Ran> {
  const first = await redeem(context.tx, opened.id, context.now);
  if (first.before) {
    const reply = first.before as Reply;
    return {
      reply: { ...reply, parts: [...(reply.parts ?? []), note(used)] },
      command: '按钮',
      outcome: 'done',
      detail: 'button.used',
    };
  }
  const ran = await run();
  const reply: Reply = ran.outcome === 'done' ? { ...ran.reply, spent: true } : ran.reply;
  await first.keep(reply);
  return { ...ran, reply };
}
