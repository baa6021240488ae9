import { checkRole } from './allowed.ts';
import { askForRest } from './completion.ts';
import type { Context } from './context.ts';
import type { ParsedCommand } from './parse.ts';
import type { Ran } from './ran.ts';
import { resolveSlots } from './resolve-slots.ts';
import type { Slots, Values } from './slots.ts';

/** Does a command, or asks for what it lacks. */
export async function runCommand(context: Context, parsed: ParsedCommand): Promise<Ran> {
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
