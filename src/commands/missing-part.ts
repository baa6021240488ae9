import { type Ability, may } from '../domain/org/access.ts';
import { type Button, say } from '../rendering/reply.ts';
import { atHand } from '../services/mine.service.ts';
import { searchable } from '../services/resolve.service.ts';
import type { Context } from './context.ts';
import type { ParsedCommand } from './parse.ts';
import type { Slot } from './slots.ts';

/** How many are offered at most: what fits under one message. */
const OFFERED = 6;

/** Buttons that complete a line which lacks one part: days, stages, units, one's own projects, tasks and problems, the unit of a bare number. */
export async function buttonsForMissing(
  context: Context,
  { command, missing, line }: ParsedCommand,
): Promise<readonly Button[]> {
  const slot = missing.length === 1 ? command.slots[missing[0] ?? ''] : undefined;
  if (!slot) return [];
  const words = await wordsFor(context, slot, command.ability, line);
  return words.slice(0, OFFERED).map(({ label, line: whole }) => say(label, whole));
}

interface Offer {
  readonly label: string;
  readonly line: string;
}

async function wordsFor(context: Context, slot: Slot, ability: Ability, line: string): Promise<readonly Offer[]> {
  const behind = (word: string): Offer => ({ label: word, line: `${line} ${word}` });
  switch (slot.kind) {
    case 'date':
      return (slot.prefer === 'future' ? ['明天', '周五前', '月底前'] : ['今天', '昨天']).map(behind);
    case 'choice':
      return [...new Set(Object.values(slot.words))].length > OFFERED
        ? []
        : [...new Set(Object.values(slot.words))].map(behind);
    case 'unit':
    case 'assignee':
      return context.vocabulary.units
        .filter(({ id }) => id !== context.actor.unitId && may(context.actor, ability, id))
        .map(({ name }) => behind(slot.kind === 'unit' ? name : `@${name}`));
    case 'amount':
      return amountsOf(line);
    case 'project':
      return ownProjects(context, ability, line);
    case 'record':
      return (await atHand(context.tx, context.actor, slot.letter)).map(({ number, title }) => ({
        label: `${slot.letter}${number} ${title}`.slice(0, 30),
        line: withNumber(line, `${slot.letter}${number}`),
      }));
    default:
      return [];
  }
}

/** "到位 X1 5000 昨天": of which unit the bare number may be. */
function amountsOf(line: string): readonly Offer[] {
  const bare = /(?<![\w.,，年月日号/-])\d{2,8}(?:\.\d{1,4})?(?![\w.,，年月日号/%-])/.exec(line);
  if (!bare) return [];
  const units = bare[0].length > 6 ? ['元'] : ['万元', '元'];
  return units.map((unit) => ({
    label: bare[0] + unit,
    line: `${line.slice(0, bare.index)}${bare[0]}${unit}${line.slice(bare.index + bare[0].length)}`,
  }));
}

/** The projects that one may act on, those of one's own unit; none where there are too many to choose among. */
async function ownProjects(context: Context, ability: Ability, line: string): Promise<readonly Offer[]> {
  const mine = (await searchable(context.tx, '')).filter(
    ({ unitId }) => unitId !== null && unitId === context.actor.unitId && may(context.actor, ability, unitId),
  );
  return mine.slice(0, OFFERED).map(({ id, name }) => ({ label: `X${id} ${name}`, line: withNumber(line, `X${id}`) }));
}

/** The number right behind the command word. */
function withNumber(line: string, number: string): string {
  const [verb = '', ...rest] = line.split(' ');
  return [verb, number, ...rest].join(' ');
}
