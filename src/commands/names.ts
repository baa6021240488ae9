import type { Named, Vocabulary } from '../domain/org/vocabulary.ts';
import { Refusal } from '../domain/refusal.ts';
import { soundsLike } from '../reading/sound.ts';

/** A unit or person named in a text. `addressed`: written with an @. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly named: Named;
  readonly addressed: boolean;
}

interface Entry {
  readonly name: string;
  readonly named: Named;
  readonly unitId: number | null;
}

/**
 * Units (name or alias) and people named in a text, in order. The longest name wins where several begin together; a
 * person's name may stand behind the unit's ("城关镇张三"). Two people of one name and no unit beside it: Refusal
 * "person.ambiguous". An @name that is written as it sounds, in pinyin or by initials (@成关镇, @chengguan, @cgz) counts
 * where it can only be one; an @name that is nobody: Refusal "name.unknown".
 */
export function readNames(text: string, vocabulary: Vocabulary, kinds: readonly Named['kind'][]): readonly NameSpan[] {
  const entries = entriesOf(vocabulary);
  const spans: NameSpan[] = [];
  for (let at = 0; at < text.length; ) {
    const addressed = text[at] === '@' || text[at] === '＠';
    const from = addressed ? at + 1 : at;
    const written = longest(entries, text, from);
    const heard = addressed && written.length === 0 ? heardAs(entries, text, from) : null;
    const hits = heard?.hits ?? written;
    if (hits.length === 0) {
      if (addressed) throw new Refusal('name.unknown', { name: wordAt(text, from) });
      at += 1;
      continue;
    }
    const end = from + (heard?.length ?? hits[0]?.name.length ?? 1);
    const named = pick(hits, spans, at);
    if (kinds.includes(named.kind)) spans.push({ start: at, end, named, addressed });
    at = end;
  }
  return kinds.includes('unit') && kinds.includes('person') ? dropLeadingUnits(spans) : spans;
}

function entriesOf(vocabulary: Vocabulary): Map<string, Entry[]> {
  const byFirst = new Map<string, Entry[]>();
  const put = (entry: Entry) => {
    const first = entry.name.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
  };
  for (const { id, name, aliases } of vocabulary.units) {
    for (const word of [name, ...aliases]) put({ name: word, unitId: id, named: { kind: 'unit', id, name } });
  }
  for (const { id, name, unitId } of vocabulary.people) put({ name, unitId, named: { kind: 'person', id, name } });
  return byFirst;
}

function longest(entries: Map<string, Entry[]>, text: string, at: number): readonly Entry[] {
  const found = (entries.get(text.charAt(at)) ?? []).filter((entry) => text.startsWith(entry.name, at));
  const length = Math.max(0, ...found.map((entry) => entry.name.length));
  return found.filter((entry) => entry.name.length === length);
}

/** Whom an @name means that nobody is called: the only unit or person that sounds so. */
function heardAs(entries: Map<string, Entry[]>, text: string, at: number) {
  const found = soundsLike(wordAt(text, at), [...entries.values()].flat());
  const meant = new Set(found.map(({ entry }) => `${entry.named.kind} ${entry.named.id}`));
  const [first] = found;
  return first && meant.size === 1 ? { hits: [first.entry], length: first.length } : null;
}

function pick(hits: readonly Entry[], before: readonly NameSpan[], at: number): Named {
  const [first, ...others] = hits;
  if (!first) throw new RangeError('no name');
  if (others.length === 0) return first.named;
  const last = before.at(-1);
  const unitId = last && last.named.kind === 'unit' && last.end >= at - 1 ? last.named.id : null;
  const inUnit = hits.filter((hit) => hit.unitId === unitId);
  if (unitId !== null && inUnit[0]) return inUnit[0].named;
  throw new Refusal('person.ambiguous', { name: first.name });
}

/** "城关镇张三" names the person, not the unit: one name from the unit's first character on. */
function dropLeadingUnits(spans: readonly NameSpan[]): readonly NameSpan[] {
  const leads = (unit: NameSpan | undefined, person: NameSpan | undefined): boolean =>
    unit?.named.kind === 'unit' && person?.named.kind === 'person' && !person.addressed && person.start === unit.end;
  return spans.flatMap((span, index) => {
    const before = spans[index - 1];
    if (leads(span, spans[index + 1])) return [];
    return before && leads(before, span) ? [{ ...span, start: before.start, addressed: before.addressed }] : [span];
  });
}

const wordAt = (text: string, at: number): string => /^[^\s,，、。:：@]{0,20}/.exec(text.slice(at))?.[0] ?? '';
