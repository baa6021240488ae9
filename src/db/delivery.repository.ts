import { sql } from 'kysely';
import { type Db, inOrg } from './org-transaction.ts';

/** A message of the outbox that this process may send now. */
export interface Claimed {
  readonly id: string;
  readonly orgId: number;
  readonly class: 'reply' | 'post' | 'escalation' | 'notice' | 'update';
  readonly platform: string;
  readonly workspace: string;
  readonly chatExternalId: string;
  readonly chatKind: 'group' | 'direct';
  readonly personExternalId: string | null;
  readonly answerTo: Readonly<Record<string, string>> | null;
  readonly body: unknown;
  readonly attempt: number;
  readonly late: boolean;
  readonly resent: boolean;
  readonly createdAt: Date;
  /** So many parts the platform has already, and what it called the first. */
  readonly partsSent: number;
  readonly reference: string | null;
  /** How often sending it failed by a fault of ours. */
  readonly faults: number;
  /** Milliseconds since it was first tried, by the database's clock. */
  readonly triedForMs: number;
}

const CLAIMED = sql`id, org_id as "orgId", class, platform, workspace, chat_external_id as "chatExternalId",
  chat_kind as "chatKind", person_external_id as "personExternalId", answer_to as "answerTo", body, attempt, late, resent,
  created_at as "createdAt", parts_sent as "partsSent", platform_reference as reference, faults,
  (extract(epoch from now() - coalesce(first_tried_at, now())) * 1000)::float8 as "triedForMs"`;

/** How long a claimed message is ours, in seconds. */
const LEASE_SECONDS = 60;

const DUE = sql`(not_before is null or not_before <= now())`;

/**
 * Claims a message of a platform whose chat has nothing older under way, answers before posts, else the oldest; null when
 * there is none. A message that was tried and waits holds its chat; one that is not due yet, or stands aside, does not. One
 * pass over what is open, however much it is. The database's clock decides.
 */
export async function claimMessage(db: Db, owner: string, platform: string): Promise<Claimed | null> {
  const { rows } = await sql<Claimed>`
    update outbox set state = 'sending', owner = ${owner}, attempt = attempt + 1, started_at = now(),
      first_tried_at = coalesce(first_tried_at, now()),
      lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where id = (
      select id from outbox
      where state = 'pending' and ${DUE} and id = any(array(
        select id from (
          select id, state, not_before,
            bool_or(state = 'sending' or (state = 'pending' and not aside and (attempt > 0 or ${DUE}))) over (
              partition by platform, workspace, chat_external_id order by id
              rows between unbounded preceding and 1 preceding) as held
          from outbox where platform = ${platform} and state in ('pending', 'sending', 'unknown')) as open
        where state = 'pending' and ${DUE} and held is not true))
      order by class <> 'reply', id limit 1 for update skip locked)
    returning ${CLAIMED}`.execute(db);
  return rows[0] ?? null;
}

/**
 * What came of a message is on the disk with the next claim at the latest, and waits for no turn of its own: lost with the
 * machine, the message is in doubt, as if its sender had died, and is looked for.
 */
const WITH_THE_NEXT = sql`(select set_config('synchronous_commit', 'off', true)) as written`;

/** The end of an attempt, stored only for one's own attempt. `retryMs`: pending again after that time. */
export async function settleMessage(
  db: Db,
  claimed: Pick<Claimed, 'id' | 'attempt'>,
  owner: string,
  end: {
    readonly state: 'sent' | 'failed' | 'unknown' | 'pending' | 'held' | 'dropped';
    readonly reference?: string | undefined;
    readonly error?: string;
    readonly retryMs?: number;
    readonly resent?: boolean;
    readonly partsSent?: number;
    readonly fault?: boolean;
    /** It waits for the platform to come for it and holds up nothing meanwhile. */
    readonly aside?: boolean;
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update outbox set state = ${end.state}, platform_reference = coalesce(platform_reference, ${end.reference ?? null}), last_error = ${end.error ?? null},
      not_before = case when ${end.retryMs ?? 0}::integer > 0 then now() + make_interval(secs => ${(end.retryMs ?? 0) / 1000}) else not_before end,
      resent = resent or ${end.resent ?? false}, lease_until = null,
      parts_sent = greatest(parts_sent, ${end.partsSent ?? 0}), faults = faults + ${end.fault ? 1 : 0}, aside = ${end.aside ?? false},
      sent_at = case when ${end.state} = 'sent' then now() end
    from ${WITH_THE_NEXT}
    where id = ${claimed.id} and attempt = ${claimed.attempt} and owner = ${owner} and state = 'sending'`.execute(db);
  return numAffectedRows === 1n;
}

/** Keeps that the platform has so many parts of a message that is ours; false when it is ours no longer. */
export async function keepProgress(
  db: Db,
  claimed: Pick<Claimed, 'id' | 'attempt'>,
  owner: string,
  partsSent: number,
  reference: string | undefined,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update outbox set parts_sent = ${partsSent}, platform_reference = coalesce(platform_reference, ${reference ?? null}),
      lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    from ${WITH_THE_NEXT}
    where id = ${claimed.id} and attempt = ${claimed.attempt} and owner = ${owner} and state = 'sending'`.execute(db);
  return numAffectedRows === 1n;
}

/** Claims a message in doubt whose waiting time is over; null when there is none. */
export async function claimDoubt(db: Db, owner: string, platform: string): Promise<Claimed | null> {
  const { rows } = await sql<Claimed>`
    update outbox set state = 'sending', owner = ${owner}, attempt = attempt + 1,
      lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where id = (select id from outbox where state = 'unknown' and not_before <= now() and platform = ${platform}
      order by id limit 1 for update skip locked)
    returning ${CLAIMED}`.execute(db);
  return rows[0] ?? null;
}

/** Takes over messages whose sender died: their outcome is unknown. They come back claimed by us. */
export async function claimAbandoned(db: Db, owner: string, platform: string): Promise<readonly Claimed[]> {
  const { rows } = await sql<Claimed>`
    update outbox set owner = ${owner}, lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where id in (select id from outbox where state = 'sending' and lease_until < now() and platform = ${platform}
      order by id limit 20 for update skip locked)
    returning ${CLAIMED}`.execute(db);
  return rows;
}

/** The ids of people on a platform, for mentions. */
export async function externalIds(
  db: Db,
  orgId: number,
  platform: string,
  workspace: string,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('identities')
    .select(['person_id', 'external_id'])
    .where('org_id', '=', orgId)
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('person_id', 'in', personIds)
    .where('state', '=', 'approved')
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.external_id]));
}

/** The webhook of a message's group, where one was filed; null otherwise. */
export async function webhookOf(
  db: Db,
  { orgId, platform, workspace, chatExternalId }: Pick<Claimed, 'orgId' | 'platform' | 'workspace' | 'chatExternalId'>,
): Promise<string | null> {
  return inOrg(db, orgId, async (tx) => {
    const row = await tx.sql
      .selectFrom('chats')
      .select('webhook')
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .where('external_id', '=', chatExternalId)
      .executeTakeFirst();
    return row?.webhook ?? null;
  });
}

/** How many messages stand in each state, for metrics, doctor and readiness. */
export async function outboxCounts(db: Db): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('outbox')
    .select(['state', (count) => count.fn.countAll<string>().as('count')])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]));
}
