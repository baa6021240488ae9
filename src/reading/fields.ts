/** What a text says behind labels of its own, and the words ahead of the first one. */
export interface Fields<Name extends string> {
  readonly head: string;
  readonly fields: Readonly<Partial<Record<Name, string>>>;
}

const EDGE = '(?:^|[\\s，,、；;。\\n])';
const SAYS = '(?:\\s*[：:]\\s*|\\s+[是为]?\\s*)';

/**
 * "城东厂房 园区：经开区，价格 12万元/亩": a name, then labelled values. A value goes up to the next label, so it may hold
 * commas; of a label said twice the last counts. Linear in the text for a fixed set of labels.
 */
export function readFields<Name extends string>(
  text: string,
  labels: Readonly<Record<Name, readonly string[]>>,
): Fields<Name> {
  const names = Object.entries<readonly string[]>(labels);
  const nameOf = new Map(names.flatMap(([name, words]) => words.map((word) => [word, name as Name])));
  const any = [...nameOf.keys()].sort((a, b) => b.length - a.length).join('|');
  const found = [...text.matchAll(new RegExp(`${EDGE}(${any})${SAYS}`, 'g'))];
  const fields: Partial<Record<Name, string>> = {};
  for (const [at, match] of found.entries()) {
    const name = nameOf.get(match[1] ?? '');
    const value = tidy(text.slice(match.index + match[0].length, found[at + 1]?.index));
    if (name && value) fields[name] = value;
  }
  return { head: tidy(text.slice(0, found[0]?.index)), fields };
}

/** "装备、光伏", "装备，光伏": the items of a value. */
export const itemsOf = (value: string | undefined): readonly string[] =>
  (value ?? '').split(/[、，,；;\s]+/).filter(Boolean);

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s，,、；;。：:]+|[\s，,、；;]+$/g, '')
    .trim();
