import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Seen } from '../support/bot.ts';
import { badWorld, PEOPLE, type World } from './world.ts';

type Text = string | { readonly gen: readonly (readonly [text: string, times: number])[] };

/** A case as `data/badinput` writes it; see the README there for what the words mean. */
interface Case {
  readonly id: string;
  readonly surface: string;
  readonly input: {
    readonly as: string | readonly string[];
    readonly text: Text;
    readonly chat?: string;
    readonly times?: number;
    readonly same_message_id?: boolean;
    readonly follow?: readonly { readonly as?: string; readonly text: string }[];
  };
  readonly expect: {
    readonly outcome: string | readonly string[];
    readonly writes?: number | readonly number[];
    readonly stored?: { readonly amount_wan?: string; readonly occurred_on?: string };
    readonly stored_sum?: string;
    readonly same_as?: string;
    readonly winners?: number;
    readonly dup_of?: string;
    readonly reply?: { readonly has?: readonly string[]; readonly hasnot?: readonly string[] };
    readonly max_ms?: number;
    readonly lines?: readonly string[];
  };
}

const casesOf = (file: string): Case[] =>
  readFileSync(new URL(`../fixtures/badinput/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Case)
    .filter((one) => one.surface === 'command');

const list = <Value>(value: Value | readonly Value[] | undefined): readonly Value[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly Value[]) : [value as Value];

let world: World;
let touched = true;
beforeEach(async () => {
  if (touched) world = await badWorld();
  touched = false;
});

const words = (text: Text): string =>
  (typeof text === 'string' ? text : text.gen.map(([part, times]) => part.repeat(times)).join('')).replace(
    /\{\{([\w.]+)\}\}/g,
    (_, key: string) => world.numbers[key] ?? key,
  );

/** Writes that came to something, newest first, with what was refused or denied. */
const audit = () =>
  world.bot.inOrg((tx) => tx.sql.selectFrom('audit').select(['outcome', 'changes', 'detail']).orderBy('id').execute());

const wordOf = ({ reply }: Seen, denied: boolean): string =>
  reply.tone === 'ask' || reply.tone === 'warn'
    ? 'ask'
    : reply.tone === 'refused'
      ? denied
        ? 'denied'
        : 'refused'
      : 'ok';

describe.each(['cases.jsonl', 'own.jsonl'])('%s', (file) => {
  test.each(casesOf(file).map((one) => [one.id, one] as const))('%s', async (_, { input, expect: wanted }) => {
    const { bot } = world;
    const text = words(input.text);
    const before = await audit();
    const start = performance.now();
    const speakers = list(input.as).map((key) => PEOPLE[key] ?? key);
    const once = (who: string) =>
      bot.says(who, text, {
        ...(input.same_message_id ? { messageId: 'the-same' } : {}),
        ...(input.chat === 'dm' ? { chat: '私聊' as const } : {}),
      });
    let replies: Seen[];
    if (speakers.length > 1) replies = await Promise.all(speakers.map(once));
    else {
      replies = [];
      for (let time = 0; time < (input.times ?? 1); time += 1) replies.push(await once(speakers[0] ?? ''));
    }
    for (const { as, text: more } of input.follow ?? [])
      replies.push(await bot.says(as ? (PEOPLE[as] ?? as) : (speakers[0] ?? ''), words(more)));
    const ms = performance.now() - start;

    const after = (await audit()).slice(before.length);
    const writes = after.filter(({ changes }) => (changes as unknown[]).length > 0).length;
    touched = writes > 0;
    await bot.inOrg((tx) => tx.sql.deleteFrom('pending').execute());
    const denied = after.some(({ outcome }) => outcome === 'denied');
    expect(after.filter(({ outcome }) => outcome === 'fault')).toEqual([]);
    if (wanted.writes !== undefined) expect(list(wanted.writes)).toContain(writes);
    const [first] = replies;
    if (!first) throw new Error('no reply');
    const shown = replies.map((reply) => reply.text).join('\n');
    const outcomes = replies.flatMap((reply) => reply.all.map((one) => wordOf({ ...reply, reply: one }, denied)));
    const wantedWords = list(wanted.outcome);
    if (wantedWords.some((word) => ['idempotent', 'partial'].includes(word))) {
      if (wanted.winners !== undefined)
        expect(replies.filter(({ reply }) => reply.tone === 'ok')).toHaveLength(wanted.winners);
      if (wanted.lines) expect(outcomes).toEqual(wanted.lines);
    } else expect(wantedWords, shown).toContain(outcomes[0]);
    for (const part of wanted.reply?.has ?? []) expect(shown).toContain(words(part));
    for (const part of wanted.reply?.hasnot ?? []) expect(shown).not.toContain(words(part));
    if (wanted.dup_of) expect(shown).toContain(world.numbers[wanted.dup_of]);
    if (wanted.same_as)
      expect((await bot.says(speakers[0] ?? '', words(wanted.same_as))).text.replace(/X\d+/g, 'X')).toBe(
        first.text.replace(/X\d+/g, 'X'),
      );
    if (wanted.stored ?? wanted.stored_sum) await checkStored(wanted);
    if (wanted.max_ms) expect(ms).toBeLessThan(wanted.max_ms);
    expect(shown).not.toMatch(/\bat [\w.]+ \(|select .* from|postgres|node_modules|\/src\//i);
    expect(shown.trim()).not.toBe('');
    expect((await bot.says('张三', '帮助')).reply.tone).not.toBe('refused');
  });
});

async function checkStored({ stored, stored_sum }: Case['expect']): Promise<void> {
  const entries = await world.bot.inOrg((tx) =>
    tx.sql.selectFrom('entries').select(['amount', 'occurred_on']).where('kind', '!=', 'funds').orderBy('id').execute(),
  );
  if (stored) {
    const last = entries.at(-1);
    if (stored.amount_wan) expect(Number(last?.amount)).toBe(Number(stored.amount_wan));
    if (stored.occurred_on) expect(last?.occurred_on).toBe(stored.occurred_on);
  }
  if (stored_sum) {
    const wan = entries.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n);
    expect(wan).toBe(BigInt(Math.round(Number(stored_sum) * 1_000_000)));
  }
}
