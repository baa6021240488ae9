import { sql } from 'kysely';
import type { Role } from '../domain/org/access.ts';
import type { Vocabulary } from '../domain/org/vocabulary.ts';
import { type Settings, withDefaults } from '../domain/settings.ts';
import { insertRecord } from './change.ts';
import { lockDelivery } from './inbox.repository.ts';
import type { Db, OrgTx } from './org-transaction.ts';

/** An org as the rest of the program sees it. */
export interface Org {
  readonly id: number;
  readonly name: string;
  readonly timeZone: string;
  readonly settings: Settings;
  readonly sample: boolean;
  readonly rosterVersion: number;
}

/** The org that a workspace of a platform belongs to, or null. */
export async function findWorkspace(db: Db, platform: string, workspace: string): Promise<number | null> {
  const row = await db
    .selectFrom('workspaces')
    .select('org_id')
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .executeTakeFirst();
  return row?.org_id ?? null;
}

/** Gives a workspace to the only org there is (the sample org yields to a real one). Null when that is not clear. */
export async function adoptWorkspace(db: Db, platform: string, workspace: string): Promise<number | null> {
  const orgs = await db.selectFrom('orgs').select(['id', 'sample']).orderBy('id').execute();
  const real = orgs.filter((org) => !org.sample);
  const chosen = real.length === 1 ? real[0] : real.length === 0 && orgs.length === 1 ? orgs[0] : undefined;
  if (!chosen) return null;
  await db
    .insertInto('workspaces')
    .values({ platform, workspace, org_id: chosen.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return findWorkspace(db, platform, workspace);
}

/** Ties a workspace of a platform to an org. */
export async function addWorkspace(db: Db, platform: string, workspace: string, orgId: number): Promise<void> {
  await db
    .insertInto('workspaces')
    .values({ platform, workspace, org_id: orgId })
    .onConflict((conflict) => conflict.columns(['platform', 'workspace']).doUpdateSet({ org_id: orgId }))
    .execute();
}

/** The workspaces of a platform that are this org's. */
export async function workspacesOf(tx: OrgTx, platform: string): Promise<readonly string[]> {
  const rows = await tx.sql
    .selectFrom('workspaces')
    .select('workspace')
    .where('platform', '=', platform)
    .where('org_id', '=', tx.orgId)
    .orderBy('workspace')
    .execute();
  return rows.map(({ workspace }) => workspace);
}

/** Ties an account's workspace to this org unless another has it: false then. */
export async function adoptAccountWorkspace(
  tx: OrgTx,
  { platform, workspace }: { readonly platform: string; readonly workspace: string },
): Promise<boolean> {
  await tx.sql
    .insertInto('workspaces')
    .values({ platform, workspace, org_id: tx.orgId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await workspacesOf(tx, platform)).includes(workspace);
}

/** Every org, oldest first. */
export async function listOrgs(db: Db): Promise<readonly Org[]> {
  return (await db.selectFrom('orgs').selectAll().orderBy('id').execute()).map(toOrg);
}

/** The org of the transaction. */
export async function loadOrg(tx: OrgTx): Promise<Org> {
  return toOrg(await tx.sql.selectFrom('orgs').selectAll().where('id', '=', tx.orgId).executeTakeFirstOrThrow());
}

/** Makes an org; its name is unique. */
export async function insertOrg(
  db: Db,
  org: {
    readonly name: string;
    readonly settings?: Partial<Settings>;
    readonly sample?: boolean;
    readonly timeZone?: string;
  },
): Promise<number> {
  const row = await db
    .insertInto('orgs')
    .values({
      name: org.name,
      settings: JSON.stringify(org.settings ?? {}),
      sample: org.sample ?? false,
      time_zone: org.timeZone ?? 'Asia/Shanghai',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Sets some of the org's settings; what is undefined goes back to its default. Noted as a change. */
export async function putSettings(tx: OrgTx, patch: Readonly<Record<string, unknown>>): Promise<void> {
  const org = await tx.sql
    .selectFrom('orgs')
    .select(['settings', 'version'])
    .where('id', '=', tx.orgId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const before = org.settings as Readonly<Record<string, unknown>>;
  const after = Object.fromEntries(Object.entries({ ...before, ...patch }).filter(([, value]) => value !== undefined));
  const version = org.version + 1;
  await tx.sql
    .updateTable('orgs')
    .set({ settings: JSON.stringify(after), version })
    .where('id', '=', tx.orgId)
    .execute();
  tx.changes.push({ table: 'orgs', id: tx.orgId, before: { settings: before }, after: { settings: after, version } });
}

/** Who sends, where, in which org: one query for every line. */
export interface Situation {
  readonly org: Org;
  readonly person: {
    readonly id: number;
    readonly name: string;
    readonly role: Role;
    readonly unitId: number | null;
  } | null;
  readonly chat: { readonly id: number; readonly name: string; readonly unitId: number | null } | null;
}

/** Loads the situation of a delivery. `person` is null for anyone not bound (or disabled), `chat` for an unknown chat. */
export async function loadSituation(
  tx: OrgTx,
  at: { platform: string; workspace: string; sender: string; chat: string },
): Promise<Situation> {
  const { rows } = await sql<SituationRow>`
    select o.id, o.name, o.time_zone, o.settings, o.sample, o.roster_version,
      p.id as person_id, p.name as person_name, p.role, p.unit_id,
      c.id as chat_id, c.name as chat_name, c.unit_id as chat_unit_id
    from orgs o
    left join identities i on i.org_id = o.id and i.platform = ${at.platform} and i.workspace = ${at.workspace}
      and i.external_id = ${at.sender} and i.state = 'approved'
    left join people p on p.org_id = o.id and p.id = i.person_id and not p.disabled
    left join chats c on c.org_id = o.id and c.platform = ${at.platform} and c.workspace = ${at.workspace}
      and c.external_id = ${at.chat}
    where o.id = ${tx.orgId}`.execute(tx.sql);
  const [row] = rows;
  if (!row) throw new Error(`org ${tx.orgId} is gone`);
  return {
    org: toOrg(row),
    person:
      row.person_id === null ? null : { id: row.person_id, name: row.person_name, role: row.role, unitId: row.unit_id },
    chat: row.chat_id === null ? null : { id: row.chat_id, name: row.chat_name, unitId: row.chat_unit_id },
  };
}

/** Files a chat that was not known; gives its number. */
export async function insertChat(
  tx: OrgTx,
  chat: {
    platform: string;
    workspace: string;
    externalId: string;
    kind: 'group' | 'direct';
    name: string;
    personId?: number | null;
    unitId?: number | null;
    subscriptions?: readonly string[];
  },
): Promise<number> {
  const row = await insertRecord(tx, 'chats', {
    platform: chat.platform,
    workspace: chat.workspace,
    external_id: chat.externalId,
    kind: chat.kind,
    name: chat.name,
    person_id: chat.personId ?? null,
    unit_id: chat.unitId ?? null,
    subscriptions: [...(chat.subscriptions ?? [])],
  });
  tx.changes.pop();
  return row.id;
}

/** The same where two first messages may come at once: the second one finds what the first one filed. */
export async function insertChatOnce(tx: OrgTx, chat: Parameters<typeof insertChat>[1]): Promise<number> {
  const { platform, workspace, externalId } = chat;
  await lockDelivery(tx, { platform, workspace, source: 'chat', key: externalId });
  return (await chatNumber(tx, chat)) ?? insertChat(tx, chat);
}

/** The number of a group or private chat by what its platform calls it; null where it is none of the org's. */
export async function chatNumber(
  tx: OrgTx,
  { platform, workspace, externalId }: Pick<Parameters<typeof insertChat>[1], 'platform' | 'workspace' | 'externalId'>,
): Promise<number | null> {
  const chat = await tx.sql
    .selectFrom('chats')
    .select('id')
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  return chat?.id ?? null;
}

/** The org's units and people by name, for readers. Chains come with the settings. */
export async function loadVocabulary(tx: OrgTx, settings: Settings): Promise<Vocabulary> {
  const units = await tx.sql
    .selectFrom('units')
    .select(['id', 'name', 'aliases'])
    .where('ends_on', 'is', null)
    .orderBy('sort_order')
    .execute();
  const people = await tx.sql
    .selectFrom('people')
    .select(['id', 'name', 'unit_id as unitId'])
    .where('disabled', '=', false)
    .orderBy('id')
    .execute();
  return { units, people, chains: settings.chains };
}

interface OrgColumns {
  id: number;
  name: string;
  time_zone: string;
  settings: unknown;
  sample: boolean;
  roster_version: number;
}

interface SituationRow extends OrgColumns {
  person_id: number | null;
  person_name: string;
  role: Role;
  unit_id: number | null;
  chat_id: number | null;
  chat_name: string;
  chat_unit_id: number | null;
}

function toOrg(row: OrgColumns): Org {
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    settings: withDefaults(row.settings as Record<string, unknown>),
    sample: row.sample,
    rosterVersion: row.roster_version,
  };
}

/** Puts a place below another (a county below its city), or below none; false where a name is nobody's or they would go in a circle. */
export async function putBelow(db: Db, child: string, parent: string | null): Promise<boolean> {
  const orgs = await db.selectFrom('orgs').select(['id', 'name', 'parent_id']).execute();
  const below = orgs.find(({ name }) => name === child);
  const above = parent === null ? null : orgs.find(({ name }) => name === parent);
  if (!below || above === undefined) return false;
  for (let at: typeof above | undefined = above; at; at = orgs.find(({ id }) => id === at?.parent_id))
    if (at.id === below.id) return false;
  await db
    .updateTable('orgs')
    .set({ parent_id: above?.id ?? null })
    .where('id', '=', below.id)
    .execute();
  return true;
}
