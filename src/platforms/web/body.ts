import type { SealedReply } from '../../rendering/reply.ts';

/** What the log of the built-in chat keeps of one message. */
export type MessageBody = SaidBody | ReplyBody;

/** What a person said or pressed; `quote` is the quoted text, `files` the names of what came along. */
export interface SaidBody {
  readonly kind: 'said';
  readonly text: string;
  readonly quote?: string;
  readonly files?: readonly string[];
  /** The words stood on a button. */
  readonly pressed?: true;
  /** The message whose card the button belongs to. */
  readonly on?: number;
}

/** What the bot answered or posted; `for` is the only person who may see it. */
export interface ReplyBody {
  readonly kind: 'reply';
  readonly reply: SealedReply;
  readonly for?: number;
  /** Sent later than due. */
  readonly late?: true;
}

/** Whether a person may see a message. */
export const isForPerson = (body: MessageBody, personId: number): boolean =>
  body.kind === 'said' || body.for === undefined || body.for === personId;
