import type { SealedReply } from '../../../src/rendering/reply.ts';
import type { Input } from './case.ts';
import type { Sent } from './happened.ts';
import { workbookOf } from './packages.ts';
import type { World } from './world.ts';

/** Sends the file of an import case, and confirms it as often as the case says. `confirm: 1` confirms once. */
export async function importCase(world: World, input: Input): Promise<{ sent: readonly Sent[] }> {
  const bytes = workbookOf(input);
  const who = String(input.as ?? 'p.qian');
  const file = { name: String(input.filename ?? '台账.xlsx'), mime: '', base64: bytes.toString('base64') };
  const sent: Sent[] = [];
  const say = async (text: string, press?: string): Promise<readonly SealedReply[]> => {
    const start = performance.now();
    const files = press === undefined ? [file] : [];
    const replies = await world.say(who, text, { chat: 'dm', press, files });
    sent.push({ replies, ms: performance.now() - start });
    return replies;
  };
  const [preview] = await say(String(input.text ?? '导入'));
  if (!input.confirm) return { sent };
  const token = preview?.buttons?.find(({ label }) => label === '确认')?.token;
  if (token === undefined) return { sent };
  const { times = 1, parallel = 1 } = input.confirm as { times?: number; parallel?: number };
  sent.length = 0;
  if (parallel > 1) await Promise.all(Array.from({ length: Math.max(times, parallel) }, () => say('', token)));
  else for (let time = 0; time < times; time += 1) await say('', token);
  return { sent };
}
