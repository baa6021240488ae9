import pg from 'pg';
import { openDatabase } from '../../src/db/database.ts';
import { insertIdentity } from '../../src/db/identity.repository.ts';
import { addWorkspace, insertChat } from '../../src/db/org.repository.ts';
import { createSampleOrg } from '../../src/services/sample/sample.service.ts';
import { inOrg } from '../../src/services/transaction.ts';
import { signed, slackEmulator } from '../support/emulators/slack.ts';
import { type Program, startProgram } from './program.ts';

/** What the drill came to. All differences are 0 when nothing was lost or doubled. */
export interface Drilled {
  readonly rounds: number;
  readonly commands: number;
  readonly repeated: number;
  /** Commands that are not in the database exactly once. */
  readonly lost: number;
  readonly doubled: number;
  /** Acknowledged Slack messages that were not answered exactly once. */
  readonly unanswered: number;
  readonly answeredTwice: number;
  readonly posts: number;
  readonly postsLost: number;
  readonly postsTwice: number;
  readonly exitCode: number | null;
  /** From SIGTERM to the process being gone. */
  readonly stopMs: number;
}

const SECRET = 'a signing secret of the drill';
const TEAM = 'T0DRILL';
const SLACK_USER = 'U0DRILL';
const GROUPS = 12;
const DAY_MS = 86_400_000;

/** One thing said, again and again with the same key until it is answered. */
interface Command {
  readonly marker: string;
  readonly by: 'web' | 'slack';
  readonly text: string;
  readonly from: string;
}

/**
 * Kills the program so many times while commands arrive at a steady rate and the posts of the last days are being caught up,
 * and says the unanswered commands again, as people and platforms do. Then counts.
 */
export async function drill(databaseUrl: string, role: string, rounds: number, perSecond = 100): Promise<Drilled> {
  const slack = await slackEmulator('xoxb-drill');
  const environment = {
    DATABASE_URL: databaseUrl,
    SECRET_KEY: 'a secret key of the drill, long enough',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_BOT_TOKEN: 'xoxb-drill',
    SLACK_API_URL: slack.apiUrl,
  };
  const days = Math.min(35, 6 + rounds);
  const speakers = await arrange(databaseUrl, role);
  const waiting: Command[] = [];
  const answered: Command[] = [];
  let said = 0;
  let repeated = 0;

  const next = (): Command => {
    const again = waiting.shift();
    if (again) {
      repeated += 1;
      return again;
    }
    said += 1;
    const speaker = speakers[said % speakers.length];
    if (!speaker) throw new Error('nobody speaks');
    const marker = `第${said}号`;
    return said % 10 === 0
      ? { marker, by: 'slack', from: SLACK_USER, text: `进展 X${speakers[0]?.project} 演练${marker}已对接` }
      : { marker, by: 'web', from: speaker.name, text: `进展 X${speaker.project} 演练${marker}已对接` };
  };
  const say = async (program: Program, command: Command): Promise<void> => {
    const done = await (command.by === 'web' ? sayOnPage(program.url, command) : sayOnSlack(program.url, command));
    (done ? answered : waiting).push(command);
  };
  const load = async (program: Program, ms: number): Promise<void> => {
    const start = performance.now();
    const open: Promise<void>[] = [];
    let count = 0;
    while (performance.now() - start < ms) {
      for (; count < ((performance.now() - start) * perSecond) / 1000; count += 1) open.push(say(program, next()));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const killed = program.kill();
    await Promise.all(open);
    await killed;
  };

  for (let round = 0; round < rounds; round += 1) {
    await rewind(databaseUrl, days);
    await load(await startProgram(environment), 700 + Math.random() * 1500);
  }
  await rewind(databaseUrl, days);
  const last = await startProgram(environment);
  while (waiting.length > 0) await say(last, next());
  await quiet(databaseUrl);
  const stopping = performance.now();
  const exitCode = await last.stop();
  const stopMs = Math.round(performance.now() - stopping);

  const counted = await count(databaseUrl, answered, slack.calls);
  await slack.close();
  return { rounds, commands: answered.length, repeated, ...counted, exitCode, stopMs };
}

/** The sample org, its people on the built-in chat, one of them on Slack too, and groups there that get every post. */
async function arrange(url: string, role: string): Promise<readonly { name: string; project: number }[]> {
  const { db, close } = openDatabase({ url, role });
  const orgId = await createSampleOrg(db, new Date(Date.now() - 40 * DAY_MS));
  await addWorkspace(db, 'slack', TEAM, orgId);
  const hour = new Date().getUTCHours();
  const zone = `Etc/GMT${hour >= 11 ? '+' : '-'}${Math.abs(hour - 11)}`;
  await db
    .updateTable('orgs')
    .set({ time_zone: zone, settings: JSON.stringify({ catchUpDays: 60 }) })
    .where('id', '=', orgId)
    .execute();
  const speakers = await inOrg(db, orgId, async (tx) => {
    for (let group = 0; group < GROUPS; group += 1) {
      await insertChat(tx, {
        platform: 'slack',
        workspace: TEAM,
        externalId: `C0POSTS${group}`,
        kind: 'group',
        name: `群${group}`,
        subscriptions: ['今日待办', '周报', '月报'],
      });
    }
    const people = await tx.sql
      .selectFrom('people')
      .innerJoin('projects', 'projects.unit_id', 'people.unit_id')
      .select((get) => ['people.id', 'people.name', get.fn.max('projects.id').as('project')])
      .where('people.role', '=', 'member')
      .groupBy(['people.id', 'people.name'])
      .execute();
    const [first] = people;
    if (first)
      await insertIdentity(tx, {
        platform: 'slack',
        workspace: TEAM,
        externalId: SLACK_USER,
        personId: first.id,
        state: 'approved',
        askedAt: new Date(),
        approvedBy: null,
      });
    return people;
  });
  await close();
  return speakers;
}

/**
 * Between two lives: the leases of the dead one run out, as if a minute had passed, and the mark of the last tick is set
 * back, so that only the ledger keeps the posts from going out again.
 */
async function rewind(url: string, days: number): Promise<void> {
  const client = await connect(url);
  await client.query(`update outbox set lease_until = now() where state = 'sending'`);
  await client.query(
    `insert into ticks (org_id, judged_to) select id, now() - interval '${days} days' from orgs
     on conflict (org_id) do update set judged_to = excluded.judged_to`,
  );
  await client.end();
}

async function sayOnPage(url: string, { marker, text, from }: Command): Promise<boolean> {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, from, chat: from, message_id: marker }),
  }).catch(() => null);
  const body = (await response?.json().catch(() => null)) as { replies?: { text: string }[] } | null | undefined;
  if (response?.status === 200 && body?.replies?.[0]) return true;
  if (response && response.status < 500) throw new Error(`refused: ${JSON.stringify(body)}`);
  return false;
}

async function sayOnSlack(url: string, { marker, text, from }: Command): Promise<boolean> {
  const event = {
    type: 'app_mention',
    user: from,
    text: `<@U0BOT> ${text}`,
    ts: `17.${marker}`,
    channel: `C0SAY${marker}`,
  };
  const body = JSON.stringify({ type: 'event_callback', team_id: TEAM, event_id: `Ev${marker}`, event });
  const response = await fetch(`${url}/slack/events`, signed(SECRET, body, 'application/json')).catch(() => null);
  return response?.status === 200;
}

/** Waits until the outbox and the inbox are empty. */
async function quiet(url: string): Promise<void> {
  const client = await connect(url);
  for (let tries = 0; tries < 600; tries += 1) {
    const { rows } = await client.query(
      `select (select count(*) from outbox where state in ('pending', 'sending', 'unknown'))
         + (select count(*) from inbox where state = 'received')
         + (select count(*) from ticks where judged_to < now() - interval '1 day') as open`,
    );
    if (Number(rows[0].open) === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await client.end();
}

type Counted = Omit<Drilled, 'rounds' | 'commands' | 'repeated' | 'exitCode' | 'stopMs'>;

async function count(
  url: string,
  answered: readonly Command[],
  calls: readonly { method: string; body: Readonly<Record<string, unknown>> }[],
): Promise<Counted> {
  const client = await connect(url);
  const notes = await client.query(`select note from project_events where note like '%演练第%'`);
  const due = await client.query(
    `select o.id from outbox o where o.platform = 'slack' and o.class = 'post' and o.state <> 'dropped'`,
  );
  await client.end();
  const stored = tally(notes.rows.map(({ note }) => /第\d+号/.exec(note)?.[0] ?? ''));
  const messages = calls.filter(({ method }) => method === 'chat.postMessage').map(({ body }) => body);
  const replies = tally(
    messages.map(({ channel }) => String(channel)).filter((channel) => channel.startsWith('C0SAY')),
  );
  const posts = tally(messages.map(outboxOf));
  const bySlack = answered.filter(({ by }) => by === 'slack');
  return {
    lost: answered.filter(({ marker }) => !stored.has(marker)).length,
    doubled: [...stored.values()].filter((times) => times > 1).length,
    unanswered: bySlack.filter(({ marker }) => !replies.has(`C0SAY${marker}`)).length,
    answeredTwice: [...replies.values()].filter((times) => times > 1).length,
    posts: due.rows.length,
    postsLost: due.rows.filter(({ id }) => !posts.has(`${id}.0`)).length,
    postsTwice: due.rows.filter(({ id }) => (posts.get(`${id}.0`) ?? 0) > 1).length,
  };
}

const outboxOf = ({ metadata }: Readonly<Record<string, unknown>>): string =>
  (metadata as { event_payload?: { outbox_id?: string } } | undefined)?.event_payload?.outbox_id ?? '';

function tally(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
