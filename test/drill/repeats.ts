import { sql } from 'kysely';
import type { LineHost } from '../support/line-host.ts';

/** A platform on the real line with its emulator, as the drill drives it. */
export interface Way {
  readonly line: LineHost;
  /** 张三 says that so many 万元 arrived; the same number again is the platform's own redelivery. */
  says(number: number): Promise<void>;
  /** The answer of one call of the next ones is lost: after it was stored, or before. */
  trouble(how: 'lost' | 'cut', after: number): void;
  /** WeCom comes for what lies ready, and loses some of it on the way. */
  poll?(): Promise<unknown>;
  /** Everything that was shown, as text. */
  shown(): readonly string[];
  close(): Promise<void>;
}

/** What it came to. */
export interface Repeated {
  readonly messages: number;
  readonly deliveries: number;
  /** Deliveries or calls whose answer was lost. */
  readonly troubles: number;
  /** Entries in the database. */
  readonly acted: number;
  readonly shownOnce: number;
  readonly shownTwice: number;
  /** Not shown, and not among the counted unknowns. */
  readonly missing: number;
  /** In a state that says that nobody knows: held for staff, or let go. */
  readonly unknown: number;
  readonly seconds: number;
}

const BATCH = 20;

/** Brings so many messages, each tenth of them several times, with trouble for each twentieth answer; then counts. */
export async function repeat(way: Way, messages: number): Promise<Repeated> {
  const began = performance.now();
  let deliveries = 0;
  let troubles = 0;
  const say = (number: number): Promise<void> => {
    deliveries += 1;
    return way.says(number);
  };
  for (let first = 1; first <= messages; first += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, messages - first + 1) }, (_, at) => first + at);
    const again = batch.filter((number) => number % 10 === 0);
    way.trouble(troubles % 2 === 0 ? 'lost' : 'cut', (troubles * 7) % BATCH);
    troubles += 1;
    await Promise.all([...batch, ...again].map(say));
    await quiet(way);
    await Promise.all(again.slice(0, 1).map(say));
  }
  await quiet(way);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  return {
    messages,
    deliveries,
    troubles,
    acted: await way.line.entries(),
    ...(await counted(way, messages)),
    seconds,
  };
}

/** Delivers until nothing is left to do, waits included. */
async function quiet({ line, poll }: Way): Promise<void> {
  for (let round = 0; round < 30; round += 1) {
    await line.settle();
    await poll?.();
    const { numAffectedRows = 0n } = await sql`
      update outbox set not_before = now() where org_id = ${line.orgId} and state in ('pending', 'unknown')`.execute(
      line.db,
    );
    if (numAffectedRows === 0n) return;
  }
  throw new Error('the outbox does not come to rest');
}

async function counted(
  way: Way,
  messages: number,
): Promise<Pick<Repeated, 'shownOnce' | 'shownTwice' | 'missing' | 'unknown'>> {
  const times = new Map<number, number>();
  for (const text of way.shown()) {
    const number = Number(/(?:到位资金|第) ?(\d+)(?:万元|条)/.exec(text)?.[1]);
    if (number) times.set(number, (times.get(number) ?? 0) + 1);
  }
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from outbox
    where org_id = ${way.line.orgId} and state in ('held', 'dropped')`.execute(way.line.db);
  const unknown = rows[0]?.count ?? 0;
  const counts = [...times.values()];
  return {
    shownOnce: counts.filter((count) => count === 1).length,
    shownTwice: counts.filter((count) => count > 1).length,
    missing: Math.max(0, messages - counts.length - unknown),
    unknown,
  };
}
