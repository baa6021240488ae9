import type { Lookup } from '../domain/org/member.ts';
import { commandOf } from './allowed.ts';
import type { Incoming } from './incoming.ts';
import type { CommandBook } from './load.ts';

/** Asks a platform's directory who a sender is. Never throws. */
export type LookUp = (incoming: Pick<Incoming, 'sender' | 'chat' | 'answerTo'>) => Promise<Lookup>;

/** How long a directory is waited for. */
const PATIENT_MS = 3000;

/**
 * What the platform's directory says of whoever wants to be bound; null where there is no directory, or nobody wants to be.
 * It is asked before the transaction, so that waiting for it holds no lock. Never throws.
 */
export async function lookedUp(
  { directories, book }: { readonly directories?: ReadonlyMap<string, LookUp> | undefined; readonly book: CommandBook },
  incoming: Incoming,
): Promise<Lookup | null> {
  const lookUp = directories?.get(incoming.platform);
  if (!lookUp || incoming.press !== undefined || !wantsBinding(book, incoming.text)) return null;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Lookup>((resolve) => {
    timer = setTimeout(() => resolve({ absent: 'away' }), PATIENT_MS);
  });
  return Promise.race([lookUp(incoming), late]).finally(() => clearTimeout(timer));
}

function wantsBinding(book: CommandBook, text: string): boolean {
  const { name, synonyms = [], initials = '', english = [] } = commandOf(book, '绑定');
  const said = text.replace(/^\s*(?:[@＠]?小招)?[\s,，:：/]*/, '').toLowerCase();
  return [name, ...synonyms, initials, ...english].some((word) => word !== '' && said.startsWith(word));
}
