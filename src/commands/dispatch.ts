import { createHash, randomInt } from 'node:crypto';
import { Refusal } from '../domain/refusal.ts';
import { cleanText } from '../reading/clean.ts';
import type { Choice } from '../rendering/form.ts';
import type { Reply, SealedReply } from '../rendering/reply.ts';
import {
  type DeliveryKey,
  findDelivery,
  finishDelivery,
  finishLine,
  putAnswer,
  receiverOf,
  writeAudit,
} from '../services/intake.service.ts';
import { orgOfWorkspace, surroundings, type VocabularyCache } from '../services/org.service.ts';
import type { Proposer } from '../services/proposal.service.ts';
import { type Db, inOrg, type OrgTx } from '../services/transaction.ts';
import type { Sealer } from './buttons.ts';
import { chooserOf, type Looking } from './choices.ts';
import type { Context } from './context.ts';
import { contextOf } from './context-of.ts';
import type { Incoming } from './incoming.ts';
import { linesOf } from './lines.ts';
import type { CommandBook } from './load.ts';
import { type LookUp, lookedUp } from './look-up.ts';
import { withOwnNumbers } from './own-numbers.ts';
import { proposalFor } from './proposal.ts';
import type { Ran } from './ran.ts';
import { faultReply, refusalReply } from './refusals.ts';
import { runLine } from './run-line.ts';
import { type Turns, turnsOf } from './turns.ts';

/** What dispatch is made of; handed over by `main`. */
export interface DispatchDeps {
  readonly db: Db;
  /** Connections of its own for taking deliveries, which must not wait for the work; `db` without them. */
  readonly intake?: Db;
  readonly book: CommandBook;
  readonly sealer: Sealer;
  readonly clock: () => Date;
  /** Asked before the transaction what the rules did not find in a lead; absent unless one is set up. */
  readonly proposer?: Proposer | undefined;
  /** The directories of platforms that have one, by platform: who somebody is that wants to be bound. */
  readonly directories?: ReadonlyMap<string, LookUp>;
  readonly log: { error(fields: object, message: string): void; warn(fields: object, message: string): void };
  /** Called after a commit that put something into the outbox. */
  readonly nudge?: () => void;
}

/** What came of a delivery: one sealed reply per line. */
export interface Dispatched {
  readonly orgId: number | null;
  readonly replies: readonly SealedReply[];
  readonly repeated: boolean;
}

/** The one way in for everything people say and press. */
export interface Dispatcher {
  /** Takes a delivery through the whole line; resolves after its effect and answer are committed. */
  dispatch(incoming: Incoming): Promise<Dispatched>;
  /** Commits the delivery and does the work behind, then tells `done`, if it may; false when it was seen before. */
  accept(incoming: Incoming, done?: (replies: readonly SealedReply[]) => void): Promise<boolean>;
  /** Does a delivery that was committed and never finished, because the process that took it died. */
  redo(incoming: Incoming): Promise<void>;
  /** Entries for a field of a form while somebody types; none when anything is amiss. */
  choices(looking: Looking): Promise<readonly Choice[]>;
  /** Resolves when the work that `accept` left behind is done. */
  settled(): Promise<void>;
}

const WAIT_MS = 10_000;

/** Makes the dispatcher. */
export function dispatcherOf(deps: DispatchDeps): Dispatcher {
  const vocabularies: VocabularyCache = new Map();
  const orgs = new Map<string, number>();
  const working = new Set<Promise<unknown>>();
  const receive = receiverOf(deps.intake ?? deps.db);
  const line: Line = { ...deps, vocabularies, turns: turnsOf() };
  const choices = chooserOf(deps, vocabularies);

  async function orgOf(incoming: Incoming): Promise<number | null> {
    const place = `${incoming.platform}/${incoming.workspace}`;
    const known = orgs.get(place);
    if (known !== undefined) return known;
    const found = await orgOfWorkspace(deps.db, incoming.platform, incoming.workspace);
    if (found !== null) orgs.set(place, found);
    return found;
  }

  async function enter(raw: Incoming): Promise<{ incoming: Incoming; orgId: number | null; seen: boolean; at: Date }> {
    const at = deps.clock();
    const incoming = clean(raw);
    const orgId = await orgOf(incoming);
    if (orgId === null) return { incoming, orgId, seen: false, at };
    const payloadHash = createHash('sha256')
      .update(JSON.stringify([incoming.text, incoming.press ?? '', ...(incoming.fields ? [incoming.fields] : [])]))
      .digest('hex');
    const seen = await receive(keyOf(incoming), {
      orgId,
      payload: incoming,
      payloadHash,
      now: at,
    });
    if (seen && seen.payloadHash !== payloadHash && seen.payloadHash !== '') {
      deps.log.warn({ platform: incoming.platform, source: incoming.source }, 'one key, two contents');
    }
    return { incoming, orgId, seen: seen !== null, at };
  }

  return {
    async dispatch(raw) {
      const { incoming, orgId, seen, at } = await enter(raw);
      if (orgId === null) return { orgId, replies: [notConnected], repeated: false };
      if (seen) return { orgId, replies: await earlier(line, incoming, orgId), repeated: true };
      return { orgId, replies: await work(line, incoming, orgId, at), repeated: false };
    },
    async accept(raw, done) {
      const { incoming, orgId, seen, at } = await enter(raw);
      if (orgId === null || seen) return false;
      const job = work(line, incoming, orgId, at)
        .then(done)
        .catch((error) => deps.log.error({ err: error }, 'delivery left for the sweeper'));
      working.add(job);
      void job.finally(() => working.delete(job));
      return true;
    },
    async redo({ asForm, ...words }) {
      const incoming = asForm === 'lacking' ? words : { ...words, ...(asForm && { asForm }) };
      const orgId = await orgOf(incoming);
      if (orgId !== null) await work(line, incoming, orgId, deps.clock());
    },
    choices,
    async settled() {
      await Promise.all(working);
    },
  };
}

interface Line extends DispatchDeps {
  readonly vocabularies: VocabularyCache;
  readonly turns: Turns;
}

const notConnected: SealedReply = { title: '这里还没有接入任何地区，请管理员先完成设置。', tone: 'refused' };

const keyOf = ({ platform, workspace, source, key }: Incoming): DeliveryKey => ({ platform, workspace, source, key });

const clean = (incoming: Incoming): Incoming => ({
  ...incoming,
  text: cleanText(incoming.text),
  ...(incoming.quote === undefined ? {} : { quote: cleanText(incoming.quote) }),
  ...(incoming.fields === undefined ? {} : { fields: cleanFields(incoming.fields) }),
});

const cleanFields = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).map(([name, words]) => [name, cleanText(words)]));

/** The replies of a delivery that is being, or has been, worked on elsewhere. */
async function earlier(deps: Line, incoming: Incoming, orgId: number): Promise<readonly SealedReply[]> {
  for (let waited = 0; waited < WAIT_MS; waited += 50) {
    const found = await findDelivery(deps.db, keyOf(incoming));
    if (found?.state === 'done')
      return found.replies.map((reply, n) => sealAnswer(deps, reply as Reply, incoming, orgId, n, found.receivedAt));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return work(deps, incoming, orgId, deps.clock());
}

/** Does each line of a delivery in a transaction of its own, so that one refused line leaves the others standing. */
async function work(deps: Line, incoming: Incoming, orgId: number, at: Date): Promise<readonly SealedReply[]> {
  const lines = linesOf(incoming, deps.book);
  const replies: Reply[] = [];
  for (const [index, text] of lines.entries()) {
    const key = lines.length === 1 ? keyOf(incoming) : { ...keyOf(incoming), key: `${incoming.key}#${index}` };
    replies.push(await doLine(deps, { ...incoming, text }, orgId, key));
  }
  if (lines.length > 1) await finishDelivery(deps.db, keyOf(incoming), replies, deps.clock());
  if (incoming.answer !== 'return') deps.nudge?.();
  return replies.map((reply, index) => sealAnswer(deps, reply, incoming, orgId, index, at));
}

/** One line: effect, audit, answer and the inbox's mark in one transaction; a refusal or fault is written down likewise. */
async function doLine(deps: Line, incoming: Incoming, orgId: number, key: DeliveryKey): Promise<Reply> {
  const [proposal, lookup] = await Promise.all([proposalFor(deps, incoming), lookedUp(deps, incoming)]);
  const whose = `${incoming.platform}/${incoming.workspace}/${incoming.sender.externalId}`;
  // An answer that is sent is claimed first, by a commit that takes this one to the disk; lost before, the line is done again.
  const commit = incoming.answer === 'send' ? 'with-the-next' : 'at-once';
  const inTurn = (run: (context: Context | null) => Promise<Ran>): Promise<Reply> =>
    deps.turns(whose, () => inOrg(deps.db, orgId, (tx) => inTransaction(deps, tx, incoming, key, run), commit));
  try {
    return await inTurn((context) => runLine(deps, context && { ...context, proposal, lookup }, incoming));
  } catch (error) {
    if (error instanceof Done) return error.reply;
    const ran = error instanceof Refusal ? refused(error, incoming) : faulted(deps, error);
    return await inTurn(async () => ran).catch((again) => {
      if (again instanceof Done) return again.reply;
      deps.log.error({ err: again }, 'answer could not be kept');
      return ran.reply;
    });
  }
}

/** Thrown to roll back: the line had been done before, by another process. */
class Done extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super('done before');
    this.reply = reply;
  }
}

async function inTransaction(
  deps: Line,
  tx: OrgTx,
  incoming: Incoming,
  key: DeliveryKey,
  run: (context: Context | null) => Promise<Ran>,
): Promise<Reply> {
  const now = deps.clock();
  const at = {
    platform: incoming.platform,
    workspace: incoming.workspace,
    sender: incoming.sender.externalId,
    chat: incoming.chat,
  };
  const around = await surroundings(tx, at, now, deps.vocabularies);
  const { person } = around;
  const context = contextOf(tx, incoming, now, around);
  const done = await run(context);
  const ran = { ...done, reply: await withOwnNumbers(done.reply, context) };
  if (isAudited(ran, tx))
    await writeAudit(tx, {
      at: now,
      personId: person?.id ?? null,
      platform: incoming.platform,
      messageKey: key.key,
      command: ran.command,
      outcome: ran.outcome,
      subject: ran.reply.record ?? null,
      detail: ran.detail ?? null,
      changes: tx.changes,
      reply: ran.reply.title,
    });
  const before = await finishLine(tx, key, [ran.reply], now);
  if (before) throw new Done((before[0] ?? ran.reply) as Reply);
  if (leaves(incoming, ran)) await putAnswer(tx, Object.values(key).join('/'), addressOf(incoming), ran.reply, now);
  return ran.reply;
}

/** An open form is shown by who asked, and so is what is wrong with it; what was done is sent. */
const leaves = ({ answer }: Incoming, { outcome, reply }: Ran): boolean =>
  answer === 'send' ? !reply.form?.fields.length : answer === 'form' && outcome === 'done' && !reply.form;

/** Writes, refusals and exports are written down; looking is not. */
const isAudited = ({ writes, outcome, reply }: Ran, tx: OrgTx): boolean =>
  writes === true ||
  outcome !== 'done' ||
  tx.changes.length > 0 ||
  (reply.parts ?? []).some((part) => part.type === 'file');

const addressOf = (incoming: Incoming) => ({
  platform: incoming.platform,
  workspace: incoming.workspace,
  chatExternalId: incoming.chat.externalId,
  chatKind: incoming.chat.kind,
  personExternalId: incoming.sender.externalId,
  ...(incoming.answerTo === undefined ? {} : { answerTo: incoming.answerTo }),
});

function refused(refusal: Refusal, incoming: Incoming): Ran {
  const outcome = refusal.code.startsWith('access.') ? 'denied' : 'refused';
  return { reply: refusalReply(refusal), command: incoming.text.slice(0, 40), outcome, detail: refusal.code };
}

function faulted(deps: Line, error: unknown): Ran {
  const id = Array.from({ length: 6 }, () => 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'.charAt(randomInt(31))).join('');
  deps.log.error({ err: error, fault: id }, 'fault in a line');
  return { reply: faultReply(id), command: '', outcome: 'fault', detail: id };
}

function sealAnswer(deps: Line, reply: Reply, incoming: Incoming, orgId: number, index: number, at: Date): SealedReply {
  const id = createHash('sha256')
    .update(Object.values(keyOf(incoming)).join('/'))
    .digest('base64url')
    .slice(0, 16);
  return deps.sealer.seal(reply, { orgId, id: `${id}.${index}`, at });
}
