import type { Outgoing } from '../../rendering/outgoing.ts';
import type { Sent } from '../platform.ts';
import type { MemoryMessage } from './limits.ts';
import { render } from './render.ts';

/** Keeps a message; the same one again is kept once. */
export async function keep(sent: MemoryMessage[], message: Outgoing): Promise<Sent> {
  if (!sent.some((one) => one.id === message.id)) sent.push(render(message));
  return { reference: message.id };
}
