const SPACES = /[\u2005\u00a0\u3000]/g;
const INVISIBLE = /[\u200b-\u200d\ufeff]/g;

/**
 * What was said without the bot's own "@name", wherever it stands: WeCom leaves it in the text and marks nothing. A name we
 * were not told of is known by its place: at the very beginning in a group, where only a mention brings us the message.
 */
export function withoutName(said: string, names: readonly string[], group: boolean): string {
  const plain = said.replace(SPACES, ' ').replace(INVISIBLE, '');
  const words = names.map(escaped).join('|');
  const without = plain.replace(new RegExp(`[@＠](?:${words})(?=[\\s,，:：]|$)[\\s,，:：]*`, 'g'), '');
  const known = without !== plain;
  return (known || !group ? without : without.replace(/^\s*[@＠]\S+\s*/, '')).trim();
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
