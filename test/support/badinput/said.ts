import type { SealedReply } from '../../../src/rendering/reply.ts';
import type { Saying } from './bench.ts';
import { type Input, type Json, listOf, spelled } from './case.ts';
import type { Sent } from './happened.ts';
import { SETUPS } from './setups.ts';
import type { World } from './world.ts';

/** One message of a command case. */
interface Message {
  readonly who: string;
  readonly text: string;
  readonly saying: Saying;
}

/** Acts a command case out: its message, as often, at once, again or followed by others as it says. */
export async function sayCase(world: World, input: Input): Promise<{ sent: readonly Sent[] }> {
  const sent: Sent[] = [];
  const say = async ({ who, text, saying }: Message): Promise<void> => {
    const start = performance.now();
    const replies = await world.say(who, text, saying);
    sent.push({ replies, ms: performance.now() - start });
  };
  if (input.race) {
    await Promise.all((input.race as readonly Input[]).map((step) => say(messageOf({ ...input, ...step }))));
  } else if (Number(input.parallel ?? 1) > 1 || Array.isArray(input.as)) {
    await Promise.all(speakers(input).map((who) => say({ ...messageOf(input), who })));
  } else {
    for (let time = 0; time < Number(input.times ?? 1); time += 1) {
      if (time > 0 && input.gap_s) world.at(new Date(world.clock().getTime() + Number(input.gap_s) * 1000));
      await say(messageOf(input));
    }
  }
  for (const next of listOf(input.follow as Json)) {
    const gap = typeof next === 'object' && next !== null && 'gap_s' in next ? Number(next.gap_s) : 0;
    if (gap) world.at(new Date(world.clock().getTime() + gap * 1000));
    await say(followed(input, next, sent));
  }
  return { sent };
}

/** Brings about what a case presupposes. */
export async function setUp(world: World, input: Input): Promise<void> {
  for (const name of listOf(input.setup as string | readonly string[] | undefined)) {
    const prepare = SETUPS[name];
    if (!prepare) throw new Error(`no setup ${name}`);
    await prepare(world);
  }
}

function speakers(input: Input): readonly string[] {
  const named = listOf(input.as as string | readonly string[]);
  const count = Number(input.parallel ?? named.length);
  return Array.from({ length: count }, (_, at) => {
    const who = named[at % named.length] ?? '';
    return who.startsWith('p.any') ? `${who}.${at + 1}` : who;
  });
}

function messageOf(input: Input): Message {
  const who = String(listOf(input.as as string | readonly string[])[0] ?? 'p.zhang');
  return {
    who: who === 'p.any20' ? 'p.any20.1' : who,
    text: spelled(input.text),
    saying: {
      chat: typeof input.chat === 'string' ? input.chat : 'g.work',
      quote: input.quote === undefined ? undefined : spelled(input.quote),
      messageId: input.same_message_id ? 'the-same-message' : undefined,
      press: typeof input.press === 'string' ? input.press : undefined,
    },
  };
}

/** A further message: words, `{press: label}` for a button of the last card, or a message of its own. */
function followed(input: Input, next: Json, sent: readonly Sent[]): Message {
  if (typeof next === 'string') return messageOf({ as: input.as ?? null, chat: input.chat ?? null, text: next });
  const step: Input = { as: input.as ?? null, chat: input.chat ?? null, ...(next as Input) };
  const label = step.press;
  if (typeof label !== 'string') return messageOf(step);
  const buttons = sent.flatMap(({ replies }) => replies.flatMap((reply: SealedReply) => reply.buttons ?? []));
  const token = buttons.findLast((button) => button.label === label)?.token;
  return messageOf({ ...step, text: '', press: token ?? label });
}
