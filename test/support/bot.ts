import { sealerOf } from '../../src/commands/buttons.ts';
import { type Dispatcher, dispatcherOf } from '../../src/commands/dispatch.ts';
import type { Incoming, IncomingFile } from '../../src/commands/incoming.ts';
import { loadCommands } from '../../src/commands/load.ts';
import { insertRecord } from '../../src/db/change.ts';
import { insertChat, insertOrg } from '../../src/db/org.repository.ts';
import { inOrg, type OrgTx } from '../../src/db/org-transaction.ts';
import type { Role } from '../../src/domain/org/access.ts';
import type { Settings } from '../../src/domain/settings.ts';
import type { Choice, SealedForm } from '../../src/rendering/form.ts';
import type { SealedButton, SealedReply } from '../../src/rendering/reply.ts';
import { toText } from '../../src/rendering/text.ts';
import type { Proposer } from '../../src/services/proposal.service.ts';
import { testDatabase } from './database.ts';

/** What a person sees of one reply. */
export interface Seen {
  readonly text: string;
  readonly reply: SealedReply;
  readonly record: string | undefined;
  readonly buttons: readonly SealedButton[];
  /** All replies, when the message had several lines. */
  readonly all: readonly SealedReply[];
}

/** How a message is said; everything has a default. */
export interface Saying {
  /** "群" (the work group, default) or "私聊" (the person's direct chat with the bot). */
  readonly chat?: '群' | '私聊';
  readonly messageId?: string;
  readonly quote?: string;
  readonly files?: readonly IncomingFile[];
}

/** A bot with an org of its own in the test database: people speak to it through the whole line, nothing is mocked. */
export interface TestBot {
  readonly orgId: number;
  /** Unit and person numbers by name. */
  readonly units: Readonly<Record<string, number>>;
  readonly people: Readonly<Record<string, number>>;
  readonly groupId: number;
  readonly dispatcher: Dispatcher;
  says(name: string, text: string, saying?: Saying): Promise<Seen>;
  /** Presses a button of a reply, by its label or itself. */
  presses(name: string, button: SealedButton | undefined, saying?: Saying): Promise<Seen>;
  /** Opens the form of a line or of a button. */
  opens(name: string, of: string | SealedButton | SealedForm | undefined, saying?: Saying): Promise<Seen>;
  /** Sends a form with what is filled in: the fields it was opened with, and these in their place. */
  fills(
    name: string,
    form: SealedForm | undefined,
    fields: Readonly<Record<string, string>>,
    saying?: Saying,
  ): Promise<Seen>;
  /** Looks through the list of a form's field. */
  choices(
    name: string,
    looking: { readonly token: string; readonly field: string; readonly words: string },
  ): Promise<readonly Choice[]>;
  /** Runs work inside the org's transaction, for arranging and for looking. */
  inOrg<Result>(work: (tx: OrgTx) => Promise<Result>): Promise<Result>;
  /** Sets the clock. */
  at(now: Date | string): void;
  now(): Date;
}

/** The org of data/badinput's fixture, at its time: Wednesday 2026-06-10 10:00 in Shanghai. */
const NOW = '2026-06-10T10:00:00+08:00';

const UNITS: readonly (readonly [name: string, kind: string, group: string, aliases: string[]])[] = [
  ['临洺关镇', '乡镇街道', '乡镇组', ['临洺关']],
  ['城东街道', '乡镇街道', '乡镇组', []],
  ['经济开发区', '园区开发区', '园区组', ['经开区']],
  ['发改局', '区直部门', '部门组', []],
  ['投促中心', '区直部门', '部门组', []],
];

const PEOPLE: readonly (readonly [name: string, unit: string | null, role: Role, mobile: string])[] = [
  ['张三', '临洺关镇', 'member', '13800000000'],
  ['李四', '临洺关镇', 'liaison', '13800000001'],
  ['王五', '临洺关镇', 'head', '13800000002'],
  ['赵六', '城东街道', 'member', '13800000003'],
  ['钱七', '投促中心', 'staff', '13800000004'],
  ['钱七二', '投促中心', 'staff', '13800000005'],
  ['孙八', null, 'leader', '13800000006'],
  ['周九', null, 'admin', '13800000009'],
];

let count = 0;

/** Makes the bot. Each call has an org of its own, so tests do not see each other. */
export async function testBot(options: { settings?: Partial<Settings>; proposer?: Proposer } = {}): Promise<TestBot> {
  const { db } = await testDatabase();
  count += 1;
  const workspace = `test-${process.pid}-${Date.now()}-${count}`;
  const orgId = await insertOrg(db, { name: `试验县 ${workspace}`, settings: options.settings ?? {} });
  await db.insertInto('workspaces').values({ platform: 'memory', workspace, org_id: orgId }).execute();
  const roster = await inOrg(db, orgId, (tx) => fill(tx, workspace));
  let now = new Date(NOW);
  const dispatcher = dispatcherOf({
    proposer: options.proposer,
    db,
    book: await loadCommands(),
    sealer: sealerOf('a secret of the tests'),
    clock: () => now,
    log: { error: (fields) => faults.push(fields), warn: () => undefined },
  });
  const faults: object[] = [];
  let messages = 0;

  async function deliver(
    name: string,
    words: Pick<Incoming, 'text' | 'press' | 'fields' | 'asForm'>,
    saying: Saying,
  ): Promise<Seen> {
    messages += 1;
    const person = String(roster.people[name] ?? name);
    const direct = saying.chat === '私聊';
    const { replies } = await dispatcher.dispatch({
      platform: 'memory',
      workspace,
      source: words.press === undefined ? 'message' : 'press',
      key: saying.messageId ?? `m${messages}`,
      chat: direct
        ? { externalId: person, kind: 'direct' }
        : { externalId: 'group', kind: 'group', name: '招商工作群' },
      sender: { externalId: person, name },
      answer: 'return',
      ...words,
      ...(saying.quote === undefined ? {} : { quote: saying.quote }),
      ...(saying.files === undefined ? {} : { files: saying.files }),
    });
    const fault = faults.pop() as { err?: unknown } | undefined;
    if (fault) throw fault.err ?? new Error('fault');
    return seen(replies);
  }

  return {
    orgId,
    ...roster,
    dispatcher,
    says: (name, text, saying = {}) => deliver(name, { text }, saying),
    presses: (name, button, saying = {}) => {
      if (!button) throw new Error('there is no such button');
      return deliver(name, { text: '', press: button.token }, saying);
    },
    opens: (name, of, saying = {}) => {
      if (!of) throw new Error('there is no such form');
      return deliver(
        name,
        typeof of === 'string' ? { text: of, asForm: true } : { text: '', press: of.token, asForm: true },
        saying,
      );
    },
    fills: (name, form, fields, saying = {}) => {
      if (!form) throw new Error('there is no form');
      const opened = Object.fromEntries(form.fields.map(({ name: field, value }) => [field, value ?? '']));
      return deliver(name, { text: '', press: form.token, fields: { ...opened, ...fields } }, saying);
    },
    choices: (name, looking) =>
      dispatcher.choices({ platform: 'memory', workspace, sender: String(roster.people[name] ?? name), ...looking }),
    inOrg: (work) => inOrg(db, orgId, work),
    at: (instant) => {
      now = new Date(instant);
    },
    now: () => now,
  };
}

/** The button with this label. */
export const button = (seen: Seen, label: string): SealedButton | undefined =>
  seen.buttons.find((one) => one.label === label);

function seen(replies: readonly SealedReply[]): Seen {
  const [reply] = replies;
  if (!reply) throw new Error('no reply');
  return {
    text: replies.map(toText).join('\n\n'),
    reply,
    record: reply.record,
    buttons: replies.flatMap((one) => one.buttons ?? []),
    all: replies,
  };
}

async function fill(tx: OrgTx, workspace: string): Promise<Pick<TestBot, 'units' | 'people' | 'groupId'>> {
  const units: Record<string, number> = {};
  const people: Record<string, number> = {};
  for (const [name, kind, group, aliases] of UNITS) {
    const order = Object.keys(units).length;
    const row = await insertRecord(tx, 'units', { name, kind, ranking_group: group, aliases, sort_order: order });
    units[name] = row.id;
  }
  for (const [name, unit, role, mobile] of PEOPLE) {
    const row = await insertRecord(tx, 'people', { name, role, mobile, unit_id: unit ? (units[unit] ?? null) : null });
    people[name] = row.id;
    const identity = {
      platform: 'memory',
      workspace,
      external_id: String(row.id),
      person_id: row.id,
      org_id: tx.orgId,
    };
    await tx.sql
      .insertInto('identities')
      .values({ ...identity, state: 'approved' })
      .execute();
  }
  const groupId = await insertChat(tx, {
    platform: 'memory',
    workspace,
    externalId: 'group',
    kind: 'group',
    name: '招商工作群',
  });
  return { units, people, groupId };
}
