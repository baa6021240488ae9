import type { SealedReply } from '../../../src/rendering/reply.ts';
import { toText } from '../../../src/rendering/text.ts';
import { type BadInputCase, fill } from './case.ts';
import { exportProblems } from './exported.ts';
import { type Happened, watch } from './happened.ts';
import { judge } from './judge.ts';
import { renderedFor } from './rendered.ts';
import { sayCase, setUp } from './said.ts';
import { untruths } from './truths.ts';
import { type World, withWorld } from './world.ts';

/** Acts a command case out through the line; gives what is not as it must be. */
export async function runCommandCase(one: BadInputCase): Promise<readonly string[]> {
  return withWorld(async (world) => {
    if (one.input.setup) await setUp(world, one.input);
    const input = one.expect.no_substitution ? one.input : fill(one.input, world.vars);
    const filled: BadInputCase = { ...one, input, expect: fill(one.expect, world.vars) };
    const watched = await watch(world, () => sayCase(world, input));
    const happened: Happened = {
      ...watched,
      delivered: watched.sent.flatMap(({ replies }) => replies.flatMap(renderedFor)),
    };
    return [
      ...judge(filled, happened, world.vars),
      ...(await sameProblems(filled, happened, world)),
      ...(one.expect.export_safe ? await exportProblems(world, happened) : []),
      ...(await untruths(world, filled, happened)),
    ];
  });
}

/** The reply must not differ from what another input gets, so that nobody can probe for what exists. */
async function sameProblems(
  { input, expect }: BadInputCase,
  happened: Happened,
  world: World,
): Promise<readonly string[]> {
  if (expect.same_as === undefined) return [];
  const { sent } = await sayCase(world, { as: input.as ?? null, chat: input.chat ?? null, text: expect.same_as });
  const textOf = (replies: readonly SealedReply[]) => replies.map(toText).join('\n');
  const [mine, other] = [happened.sent, sent].map((all) => all.map(({ replies }) => textOf(replies)).join('\n'));
  return mine === other ? [] : [`same_as: “${mine}” is not “${other}”`];
}
