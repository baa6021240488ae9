import { type Ability, may } from '../domain/org/access.ts';
import { Refusal } from '../domain/refusal.ts';
import { alikeNames, rememberedSpelling } from '../reading/alike.ts';
import { foldWidth } from '../reading/clean.ts';
import type { Choice } from '../rendering/form.ts';
import { orgOfWorkspace, surroundings, type VocabularyCache } from '../services/org.service.ts';
import { type Searchable, searchable } from '../services/resolve.service.ts';
import { type Db, inOrg } from '../services/transaction.ts';
import { checkRole, commandOf } from './allowed.ts';
import type { Sealer } from './buttons.ts';
import type { Context } from './context.ts';
import { contextOf } from './context-of.ts';
import { nameIn } from './form-fields.ts';
import type { CommandBook } from './load.ts';
import { formSlots } from './run-form.ts';
import type { Slot } from './slots.ts';

/** Somebody looks through the list of a field of a form. */
export interface Looking {
  readonly platform: string;
  readonly workspace: string;
  readonly sender: string;
  /** The form's. */
  readonly token: string;
  readonly field: string;
  /** What is typed so far. */
  readonly words: string;
}

/** How many are offered at most. */
const MOST = 30;
const WORDS = 60;

interface Deps {
  readonly db: Db;
  readonly sealer: Sealer;
  readonly book: CommandBook;
  readonly clock: () => Date;
  readonly log: { error(fields: object, message: string): void };
}

/** Makes the search through the lists of forms, which remembers how names are spelled. It never throws. */
export function chooserOf(deps: Deps, vocabularies: VocabularyCache): (looking: Looking) => Promise<readonly Choice[]> {
  const search = searchOf();
  return async (looking) => {
    try {
      return await choose(deps, vocabularies, looking, search);
    } catch (error) {
      if (!(error instanceof Refusal)) deps.log.error({ err: error }, 'no choices');
      return [];
    }
  };
}

async function choose(
  { db, book, sealer, clock }: Deps,
  vocabularies: VocabularyCache,
  looking: Looking,
  search: NameSearch,
): Promise<readonly Choice[]> {
  const { platform, workspace, sender, token, field, words } = looking;
  const now = clock();
  const { press, orgId } = sealer.open(token, now);
  if (!('fill' in press) || orgId !== (await orgOfWorkspace(db, platform, workspace))) return [];
  const command = commandOf(book, press.fill);
  const slot = formSlots(command, press.args)[field];
  if (!slot) return [];
  const chat = { externalId: sender, kind: 'direct' as const };
  return inOrg(db, orgId, async (tx) => {
    const around = await surroundings(tx, { platform, workspace, sender, chat }, now, vocabularies);
    const asking = { platform, workspace, chat, sender: { externalId: sender }, text: '' };
    const context = contextOf(tx, asking, now, around);
    checkRole(context, command);
    return choicesFor(context, slot, command.ability, words.slice(0, WORDS), search);
  });
}

/** Entries that words may mean, the likeliest first; nothing typed: all, in their order. */
type NameSearch = (words: string, entries: readonly Entry[], most: number) => readonly Entry[];

/** A search by what the names hold, and else by what is alike. */
function searchOf(): NameSearch {
  const spelling = rememberedSpelling();
  return (words, entries, most) => {
    const typed = foldWidth(words).trim().toLowerCase();
    const held = entries.filter(({ names }) => names.some((name) => foldWidth(name).toLowerCase().includes(typed)));
    if (held.length > 0) return held.slice(0, most);
    return alikeNames(typed, entries, ({ names }) => names.join(' '), spelling).slice(0, most);
  };
}

/** What a field of this kind may hold, of what the person may use the command on. */
function choicesFor(
  context: Context,
  slot: Slot,
  ability: Ability,
  words: string,
  search: NameSearch,
): Promise<readonly Choice[]> | readonly Choice[] {
  switch (slot.kind) {
    case 'project':
      return projects(context, slot.whose === 'own' ? ability : 'look', words, search);
    case 'record':
      return slot.letter === 'X' ? projects(context, 'look', words, search) : [];
    case 'unit':
      return search(words, units(context, 'look', ''), MOST);
    case 'person':
      return search(words, people(context, 'look', ''), MOST);
    case 'assignee':
      return search(words, [...units(context, ability, '@'), ...people(context, ability, '@')], MOST);
    default:
      return [];
  }
}

interface Entry extends Choice {
  readonly names: readonly string[];
}

/** Units, the own one first. */
const units = ({ vocabulary, actor }: Context, ability: Ability, mark: string): readonly Entry[] =>
  ownFirst(vocabulary.units, ({ id }) => id === actor.unitId)
    .filter(({ id }) => may(actor, ability, id))
    .map(({ name, aliases }) => ({ names: [name, ...aliases], value: `${mark}${name}`, label: name }));

/** People, those of the own unit first, each with the unit. */
function people({ vocabulary, actor }: Context, ability: Ability, mark: string): readonly Entry[] {
  return ownFirst(vocabulary.people, ({ unitId }) => unitId !== null && unitId === actor.unitId)
    .filter(({ unitId }) => may(actor, ability, unitId))
    .map(({ id, name, unitId }) => {
      const unit = vocabulary.units.find((one) => one.id === unitId)?.name;
      const value = `${mark}${nameIn({ kind: 'person', id, name }, vocabulary)}`;
      return { names: [name], value, label: unit ? `${name}（${unit}）` : name };
    });
}

const ownFirst = <T>(all: readonly T[], isOwn: (one: T) => boolean): readonly T[] => [
  ...all.filter(isOwn),
  ...all.filter((one) => !isOwn(one)),
];

/** Projects by number, name or investor; those that are lost come last, the own unit's first. */
async function projects(
  { tx, actor }: Context,
  ability: Ability,
  words: string,
  search: NameSearch,
): Promise<readonly Choice[]> {
  const found = (await searchable(tx, words)).filter(({ unitId }) => may(actor, ability, unitId));
  const number = /^\s*[xX]?(\d{1,10})\s*$/.exec(words)?.[1];
  const numbered = number ? found.filter(({ id }) => String(id).startsWith(number)) : [];
  const named = search(
    words,
    ownFirst(found, ({ unitId }) => unitId !== null && unitId === actor.unitId).map(entry),
    MOST,
  );
  const all = [...numbered.sort((a, b) => a.id - b.id).map(entry), ...named];
  return all.filter(({ value }, at) => all.findIndex((other) => other.value === value) === at).slice(0, MOST);
}

const entry = ({ id, name, investor }: Searchable): Entry => ({
  names: investor ? [name, investor] : [name],
  value: `X${id}`,
  label: `X${id} ${name}`,
});
