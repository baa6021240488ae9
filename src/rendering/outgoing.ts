import type { SealedReply } from './reply.ts';

/** One message to one chat. */
export interface Outgoing {
  /** The outbox row: opaque, unique for ever; goes into message metadata where the platform has it. */
  readonly id: string;
  readonly orgId: number;
  readonly workspace: string;
  readonly chat: { readonly externalId: string; readonly kind: 'group' | 'direct' };
  readonly reply: SealedReply;
  /** The handle that came with the delivery this answers. */
  readonly answerTo?: Readonly<Record<string, string>>;
  /** Whom it answers, for private replies in a group. */
  readonly personExternalId?: string;
  /** The group's own webhook, for posts into it where the platform has such a thing. A secret. */
  readonly webhook?: string;
  /** Sent again after doubt, or later than due: say 补发. */
  readonly late: boolean;
  /** Milliseconds since it was first tried. */
  readonly triedForMs?: number;
  /** So many parts the platform has already; 0 when left out. */
  readonly from?: number;
  /** What the platform called the first of them. */
  readonly reference?: string;
}
