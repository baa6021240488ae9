import { Refusal } from '../domain/refusal.ts';
import type { FillPress } from '../rendering/form.ts';
import { note, type Press, type Reply } from '../rendering/reply.ts';
import { redeem } from '../services/press.service.ts';
import { actionOf, checkRole, commandOf } from './allowed.ts';
import type { OpenedButton, Sealer } from './buttons.ts';
import type { Context } from './context.ts';
import type { Incoming } from './incoming.ts';
import type { CommandBook } from './load.ts';
import type { Ran } from './ran.ts';
import { readLine } from './read-line.ts';
import { runCommand } from './run-command.ts';
import { askInWords, fillForm, showForm } from './run-form.ts';
import { runText, showLine } from './run-text.ts';

/** What a press is opened and done with. */
export interface Deps {
  readonly book: CommandBook;
  readonly sealer: Sealer;
}

/** A press: opened, for this org and person, and used once when it writes. A second press shows what the first one did. */
export async function runPress(deps: Deps, context: Context, incoming: Incoming, token: string): Promise<Ran> {
  const opened = deps.sealer.open(token, context.now);
  if (opened.orgId !== context.org.id) throw new Refusal('button.invalid');
  if (opened.personId !== null && opened.personId !== context.actor.personId) throw new Refusal('button.not-yours');
  const { press } = opened;
  if ('say' in press && incoming.asForm === true) return showLine(deps.book, context, press.say);
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
    const parsed = readLine(deps.book, context, press.say);
    const writes = parsed.kind === 'command' && parsed.command.kind === 'write' && parsed.missing.length === 0;
    return {
      writes,
      run: () => (parsed.kind === 'command' ? runCommand(context, parsed) : runText(deps.book, context, press.say)),
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
