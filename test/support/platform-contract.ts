import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Carrier } from '../../src/queue/deliver.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { storeFile } from '../../src/services/file.service.ts';
import { inOrg } from '../../src/services/transaction.ts';
import { EVERY_PART, FIGURES, HOSTILE, longTable } from './contract-replies.ts';
import type { LineHost } from './line-host.ts';

/** A message as people see it on the platform. */
export interface Shown {
  /** Every word of it, markup undone. */
  readonly text: string;
  readonly buttons: readonly ShownButton[];
  /** Pictures and files that came with it, by name or kind. */
  readonly files: readonly string[];
  /** What of it the platform would bring to life that a person typed: mentions, links, markup. */
  readonly alive: readonly string[];
}

/** A button as people see it; `token` is what pressing it sends. */
export interface ShownButton {
  readonly label: string;
  readonly token: string;
}

/**
 * What goes wrong with one call: stored and its answer lost, cut off before it was stored, over the limit, or down until
 * told otherwise.
 */
export type Trouble = 'lost' | 'cut' | 'limited';

/** A platform on the real line with its emulator, as the suite drives it. 张三 talks; the group takes posts. */
export interface Stage {
  readonly line: LineHost;
  /** 张三 says something. The same key again is the platform's own redelivery. */
  says(text: string, key: string): Promise<void>;
  /** 张三 presses a button. Another key is another press. */
  presses(button: ShownButton, key: string): Promise<void>;
  /** Everything 张三 was shown in answer, oldest first. */
  answers(): Promise<readonly Shown[]>;
  /** Everything the group was shown unasked, oldest first. */
  posts(): Promise<readonly Shown[]>;
  /** The call after so many good ones of a post into the group gets into trouble. */
  trouble(how: Trouble, after?: number): void;
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

/** How a platform differs, as far as its documents allow. */
export interface Character {
  /** Whether it can be asked (or told again without harm) after a lost answer; else such a post is held for staff. */
  readonly settlesDoubt: boolean;
}

/** The promises every platform keeps, against its emulator; called by each `test/platforms/<x>/contract.test.ts`. */
export function platformContract(name: string, character: Character, open: () => Promise<Stage>): void {
  describe(`${name} keeps the contract`, () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await open();
    });
    afterAll(() => stage.close());
    asked(() => stage);
    drawn(() => stage);
    sentOnce(() => stage, character);
  });
}

/** Waits that are under way end now. */
const later = (stage: Stage) =>
  sql`update outbox set not_before = now() where state in ('pending', 'unknown') and not_before > now()`.execute(
    stage.line.db,
  );

/** Delivers until nothing is left to do, waits included. */
async function settled(stage: Stage, rounds = 8): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await stage.line.settle();
    await later(stage);
  }
}

const countOf = (stage: Stage, table: 'entries' | 'projects'): Promise<number> =>
  inOrg(stage.line.db, stage.line.orgId, async (tx) => (await tx.sql.selectFrom(table).select('id').execute()).length);

const flat = (text: string): string => text.replace(/\s+/g, '');
const textOf = (shown: readonly Shown[]): string => flat(shown.map(({ text }) => text).join('\n'));

function asked(stage: () => Stage): void {
  test('a message acts once and is answered once though it is delivered again', async () => {
    const entries = await countOf(stage(), 'entries');
    await stage().says('到位 X1 1234.56万 6月5日', 'again-1');
    await settled(stage(), 2);
    const shown = await stage().answers();
    expect(textOf(shown)).toContain('1234.56');
    for (let time = 0; time < 3; time += 1) await stage().says('到位 X1 1234.56万 6月5日', 'again-1');
    await settled(stage(), 2);
    expect(await countOf(stage(), 'entries')).toBe(entries + 1);
    expect(await stage().answers()).toEqual(shown);
  });

  test('a button works, and pressed again it acts no more and shows what is', async () => {
    await stage().says('录入 天津远洋物流有限公司 投资2亿', 'lead-1');
    await settled(stage(), 2);
    const before = await countOf(stage(), 'projects');
    const button = (await stage().answers())
      .flatMap((shown) => shown.buttons)
      .findLast(({ label }) => label === '确认');
    if (!button) throw new Error('no button was shown');
    await stage().presses(button, 'press-1');
    await stage().presses(button, 'press-1');
    await settled(stage(), 2);
    expect(await countOf(stage(), 'projects')).toBe(before + 1);
    expect(textOf(await stage().answers())).toContain('已录入X2');
    const answers = (await stage().answers()).length;
    await stage().presses(button, 'press-2');
    await settled(stage(), 2);
    expect(await countOf(stage(), 'projects')).toBe(before + 1);
    expect((await stage().answers()).length).toBeGreaterThan(answers);
  });

  test('what a person typed comes back inert', async () => {
    for (const [at, hostile] of HOSTILE.entries()) await stage().says(`录入 ${hostile}公司 投资1亿`, `hostile-${at}`);
    await settled(stage(), 2);
    expect((await stage().answers()).flatMap((shown) => shown.alive)).toEqual([]);
  });
}

async function posted(stage: Stage, key: string, reply: Reply, rounds = 8): Promise<readonly Shown[]> {
  const before = (await stage.posts()).length;
  await stage.line.put(reply, key);
  await settled(stage, rounds);
  return (await stage.posts()).slice(before);
}

function drawn(stage: () => Stage): void {
  test('every part of a reply arrives with the same figures', async () => {
    const shown = textOf(await posted(stage(), 'every', EVERY_PART));
    for (const figure of FIGURES) expect(shown).toContain(flat(figure));
  });

  test('hostile text in every part is inert', async () => {
    for (const [at, hostile] of HOSTILE.entries()) {
      const reply: Reply = {
        title: hostile,
        mentions: [{ personId: 0, name: hostile }],
        parts: [
          { type: 'text', text: `${hostile}\n${hostile}` },
          { type: 'facts', facts: [{ label: hostile, value: hostile, was: hostile }] },
          { type: 'list', heading: hostile, items: [hostile] },
          { type: 'table', heading: hostile, columns: [{ head: hostile }], rows: [[hostile]], more: hostile },
          { type: 'note', text: hostile },
        ],
        buttons: [{ label: hostile, press: { say: '我的' } }],
      };
      const shown = await posted(stage(), `hostile-${at}`, reply, 1);
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.flatMap(({ alive }) => alive)).toEqual([]);
    }
  });

  test('a long table is never cut silently: what is not shown is counted, and all of it comes as a file', async () => {
    const { reply, rows } = longTable(300);
    const shown = await posted(stage(), 'long', reply);
    const text = textOf(shown);
    const missing = rows.filter((row) => !text.includes(flat(row)));
    if (missing.length > 0) {
      expect(text).toContain('共300行');
      expect(shown.flatMap(({ files }) => files).length).toBeGreaterThan(0);
    }
  });
}

function sentOnce(stage: () => Stage, { settlesDoubt }: Character): void {
  const stateOf = async (key: string) =>
    (
      await sql<{ state: string }>`select state from outbox where dedupe_key like ${`%${key}:c%`}`.execute(
        stage().line.db,
      )
    ).rows[0]?.state;

  test('a post is shown once though its answer is lost', async () => {
    stage().trouble('lost');
    const shown = await posted(stage(), 'lost', { title: '周报甲' });
    expect(shown).toHaveLength(1);
    expect(await stateOf('lost')).toBe(settlesDoubt ? 'sent' : 'held');
  });

  test('a post cut off on its way is sent again where that is sure, and else held', async () => {
    stage().trouble('cut');
    const shown = await posted(stage(), 'cut', { title: '周报乙' });
    expect(shown).toHaveLength(settlesDoubt ? 1 : 0);
    expect(await stateOf('cut')).toBe(settlesDoubt ? 'sent' : 'held');
  });

  test('a post of several parts goes on where it was stopped', async () => {
    const file = await inOrg(stage().line.db, stage().line.orgId, (tx) =>
      storeFile(tx, { name: '榜.png', mime: 'image/png', bytes: Buffer.from('png bytes') }),
    );
    stage().trouble('limited', 1);
    const shown = await posted(stage(), 'parts', {
      title: '月报丙',
      parts: [{ type: 'picture', file, alt: '第一名城关镇' }],
    });
    expect(textOf(shown).split('月报丙')).toHaveLength(2);
    expect(shown.flatMap(({ files }) => files)).toHaveLength(1);
    expect(await stateOf('parts')).toBe('sent');
  });

  test('over the limit, posts wait and arrive in order', async () => {
    const before = (await stage().posts()).length;
    stage().trouble('limited');
    for (const title of ['第一', '第二', '第三']) await stage().line.put({ title }, `order-${title}`);
    await stage().line.settle();
    await settled(stage());
    const titles = (await stage().posts()).slice(before).map(({ text }) => /第[一二三]/.exec(text)?.[0]);
    expect(titles).toEqual(['第一', '第二', '第三']);
  });

  test('when it is down, others are served at once, and its own posts arrive in order when it is back', async () => {
    const served: string[] = [];
    const neighbour: Carrier = {
      name: 'neighbour',
      send: async ({ id }) => {
        served.push(id);
        return {};
      },
    };
    const before = (await stage().posts()).length;
    await stage().down();
    for (const title of ['第一', '第二', '第三']) await stage().line.put({ title }, `down-${title}`);
    await sql`insert into outbox (id, org_id, class, dedupe_key, platform, workspace, chat_external_id, chat_kind, body)
      select gen_random_uuid(), ${stage().line.orgId}, 'notice', 'neighbour:' || n, 'neighbour', 'w', 'c' || n, 'group', '{"title":"好"}'
      from generate_series(1, 20) as n`.execute(stage().line.db);
    await stage().line.settle([neighbour]);
    expect(served).toHaveLength(20);
    await stage().up();
    await settled(stage());
    const titles = (await stage().posts()).slice(before).map(({ text }) => /第[一二三]/.exec(text)?.[0]);
    expect(titles).toEqual(['第一', '第二', '第三']);
  });
}
