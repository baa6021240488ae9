import type { Incoming } from '../../commands/incoming.ts';
import { NAME, WORKSPACE } from './limits.ts';

/** Something said or pressed, as the caller gives it. `chat` and `person` are external ids. */
export interface Said {
  readonly person: string;
  readonly chat: string;
  readonly kind?: 'group' | 'direct';
  readonly text?: string;
  readonly press?: string;
  readonly quote?: string;
  readonly key: string;
  readonly workspace?: string;
}

/** What was said as an envelope. Pure. */
export const parse = (said: Said): Incoming => ({
  platform: NAME,
  workspace: said.workspace ?? WORKSPACE,
  source: said.press === undefined ? 'message' : 'press',
  key: said.key,
  chat: { externalId: said.chat, kind: said.kind ?? 'group' },
  sender: { externalId: said.person },
  text: said.text ?? '',
  ...(said.press === undefined ? {} : { press: said.press }),
  ...(said.quote === undefined ? {} : { quote: said.quote }),
  answer: 'return',
});
