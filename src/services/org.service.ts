import {
  adoptWorkspace,
  findWorkspace,
  insertChatOnce,
  loadSituation,
  loadVocabulary,
  type Org,
  type Situation,
} from '../db/org.repository.ts';
import { type CalendarDate, dateAt } from '../domain/calendar/date.ts';
import { type WorkCalendar, workCalendar } from '../domain/calendar/workday.ts';
import type { Vocabulary } from '../domain/org/vocabulary.ts';
import type { Db, OrgTx } from './transaction.ts';

export { insertOrg, listOrgs, loadOrg, type Org, putBelow } from '../db/org.repository.ts';

/** The org of a workspace; a workspace seen for the first time goes to the only org there is. Null when unclear. */
export async function orgOfWorkspace(db: Db, platform: string, workspace: string): Promise<number | null> {
  return (await findWorkspace(db, platform, workspace)) ?? adoptWorkspace(db, platform, workspace);
}

/** Who speaks, where, on which day, with the org's words: what every line needs. */
export interface Surroundings {
  readonly org: Org;
  readonly person: Situation['person'];
  readonly chat: { readonly id: number; readonly name: string; readonly unitId: number | null };
  readonly today: CalendarDate;
  readonly calendar: WorkCalendar;
  readonly vocabulary: Vocabulary;
}

/** Words of each org by roster version: read again only after the roster has changed. Held by whoever dispatches. */
export type VocabularyCache = Map<number, { readonly version: number; readonly vocabulary: Vocabulary }>;

/** Loads the surroundings of a delivery; a chat that was not known is filed. */
export async function surroundings(
  tx: OrgTx,
  at: {
    readonly platform: string;
    readonly workspace: string;
    readonly sender: string;
    readonly chat: { readonly externalId: string; readonly kind: 'group' | 'direct'; readonly name?: string };
  },
  now: Date,
  cache: VocabularyCache,
): Promise<Surroundings> {
  const { org, person, chat } = await loadSituation(tx, { ...at, chat: at.chat.externalId });
  return {
    org,
    person,
    chat: chat ?? (await fileChat(tx, at, person)),
    today: dateAt(now, org.timeZone),
    calendar: workCalendar(new Map(Object.entries(org.settings.calendarOverrides))),
    vocabulary: await wordsOf(tx, org, cache),
  };
}

async function fileChat(
  tx: OrgTx,
  at: Parameters<typeof surroundings>[1],
  person: Situation['person'],
): Promise<Surroundings['chat']> {
  const direct = at.chat.kind === 'direct';
  const name = (direct ? person?.name : at.chat.name) ?? (direct ? '私聊' : '工作群');
  const id = await insertChatOnce(tx, {
    platform: at.platform,
    workspace: at.workspace,
    externalId: at.chat.externalId,
    kind: at.chat.kind,
    name,
    personId: direct ? (person?.id ?? null) : null,
  });
  return { id, name, unitId: null };
}

async function wordsOf(tx: OrgTx, org: Org, cache: VocabularyCache): Promise<Vocabulary> {
  const known = cache.get(org.id);
  if (known?.version === org.rosterVersion) return { ...known.vocabulary, chains: org.settings.chains };
  const vocabulary = await loadVocabulary(tx, org.settings);
  cache.set(org.id, { version: org.rosterVersion, vocabulary });
  return vocabulary;
}
