import type { Outgoing } from '../../rendering/outgoing.ts';
import { toText } from '../../rendering/text.ts';
import type { MemoryMessage } from './limits.ts';

/** A message in its plain form, beside the reply as it is. */
export const render = ({ id, chat, reply, late }: Outgoing): MemoryMessage => ({
  id,
  chat: chat.externalId,
  text: toText(reply),
  reply,
  late,
});
