import type { Reply } from '../rendering/reply.ts';

/** What a line came to, for the audit. */
export interface Ran {
  readonly reply: Reply;
  readonly command: string;
  readonly outcome: 'done' | 'refused' | 'denied' | 'fault';
  readonly detail?: string;
  /** A command that may change something. */
  readonly writes?: boolean;
}
