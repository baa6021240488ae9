import { mayEver } from '../domain/org/access.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import type { Action, Command } from './define.ts';
import type { CommandBook } from './load.ts';

/** Throws a Refusal unless the person's role may use the command (or the action, which may ask for something else). */
export function checkRole(context: Context, command: Command, action?: Action): void {
  const ability = action?.ability ?? command.ability;
  if (ability === 'any') return;
  if (context.actor.personId === 0) throw new Refusal('person.unknown');
  if (!mayEver(context.actor, ability)) throw new Refusal('access.denied', { command: command.name });
}

/** The command of a name that the program itself wrote down. */
export function commandOf(book: CommandBook, name: string): Command {
  const command = book.words.get(name);
  if (!command) throw new Error(`no command ${name}`);
  return command;
}

/** Its action. */
export function actionOf(command: Command, name: string): Action {
  const action = command.actions?.[name];
  if (!action) throw new Error(`${command.name} has no action ${name}`);
  return action;
}
