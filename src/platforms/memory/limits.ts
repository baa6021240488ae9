import type { SealedReply } from '../../rendering/reply.ts';

/** What chats, identities and the outbox call this platform. */
export const NAME = 'memory';

/** The one workspace it has unless another is named. */
export const WORKSPACE = 'memory';

/** A message that was sent: nothing is limited here. */
export interface MemoryMessage {
  readonly id: string;
  readonly chat: string;
  readonly text: string;
  readonly reply: SealedReply;
  readonly late: boolean;
}
