import type { Part, Reply } from '../rendering/reply.ts';
import { atHand } from '../services/mine.service.ts';
import { searchable } from '../services/resolve.service.ts';
import type { Context } from './context.ts';

/** The numbers that examples are written with. */
const EXAMPLE = /(?<![A-Za-z0-9])(?:X113|R45|W12|C3|S4|L12)(?!\d)/g;

/**
 * A reply whose hints show a number of the person's own where they would show that of an example: 例如：到位 X7 5000万; where there
 * is none, X编号. What the person typed stays.
 */
export async function withOwnNumbers(reply: Reply, context: Context): Promise<Reply> {
  const examples = (reply.parts ?? []).flatMap((part) =>
    part.type === 'note' ? (part.text.match(EXAMPLE) ?? []) : [],
  );
  const foreign = [...new Set(examples)].filter((number) => !context.line.toUpperCase().includes(number));
  if (foreign.length === 0 || context.actor.personId === 0) return reply;
  const own = new Map<string, string>();
  for (const number of foreign) own.set(number, await ownOf(number.charAt(0), context));
  const inNote = (part: Part): Part =>
    part.type === 'note' ? { ...part, text: part.text.replace(EXAMPLE, (number) => own.get(number) ?? number) } : part;
  return { ...reply, parts: (reply.parts ?? []).map(inNote) };
}

async function ownOf(letter: string, { tx, actor }: Context): Promise<string> {
  const [first] =
    letter === 'X'
      ? (await searchable(tx, ''))
          .filter(({ unitId }) => unitId !== null && unitId === actor.unitId)
          .map(({ id }) => ({ number: id }))
      : await atHand(tx, actor, letter);
  return first ? `${letter}${first.number}` : `${letter}编号`;
}
