import type { Host } from '../platform.ts';
import type { AppApi } from './api.ts';
import type { WecomConfig } from './config.ts';
import type { Socket } from './socket.ts';

/** What sending needs. */
export interface Sender {
  readonly config: WecomConfig;
  readonly app: AppApi | null;
  readonly host: Pick<Host, 'readFile' | 'publicUrl' | 'pace' | 'handover'>;
  /** How long an answer lies for WeCom before it goes another way. */
  readonly fetchMs: number;
  /** The bot's long connection, where that is how it is set up. */
  readonly socket: Socket | null;
}

/** One call that shows something; gives WeCom's name for it where there is one. */
export type Step = () => Promise<string | undefined>;
