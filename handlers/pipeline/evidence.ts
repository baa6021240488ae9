import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { record, rest } from '../../src/commands/slots.ts';
import { may, mayEver } from '../../src/domain/org/access.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readRecordNumber } from '../../src/reading/reference.ts';
import {
  evidenceAskCard,
  evidenceCard,
  evidenceKeptCard,
  proofsAskedCard,
} from '../../src/rendering/cards/evidence.card.ts';
import { type Reply, say } from '../../src/rendering/reply.ts';
import {
  addEvidence,
  addStored,
  provenBy,
  recentlyReported,
  storeOnce,
  viewEvidence,
} from '../../src/services/evidence.service.ts';
import { ask, drop, question, settle } from '../../src/services/pending.service.ts';

const DROPPED: Reply = { title: '没有存为凭据', tone: 'info' };

export default defineCommand({
  name: '凭据',
  group: 'pipeline',
  synonyms: ['证据', '附件', '补凭据'],
  initials: 'pj',
  english: ['evidence', 'proof'],
  help: '随照片或文件发，存为某项填报的凭据；不带文件就看已有的凭据、各项要什么凭据',
  usage: '凭据 X编号或L编号 [是什么]（随附照片或文件） · 凭据 [阶段或台账]',
  examples: ['凭据 L12', '凭据 X113 营业执照', '凭据 到位'],
  slots: {
    project: record('X', '项目编号', { optional: true }),
    entry: record('L', '台账编号', { optional: true }),
    words: rest('是什么凭据', { optional: true }),
  },
  kind: 'write',
  ability: 'look',
  run: async ({ project, entry, words = '' }, context) => {
    const number = project === undefined && entry === undefined ? quoted(context) : { project, entry };
    if (context.files.length === 0) return number ? show(number, context) : asked(words, context);
    if (!number) return askWhich(context);
    const proven = await provenBy(context.tx, number);
    return evidenceKeptCard(await addEvidence(context.tx, context, proven, context.files, words), context.today);
  },
  actions: {
    attach: {
      kind: 'write',
      run: async ({ id, number }, context) => attach(Number(id), numberIn(String(number)), context),
    },
    drop: {
      kind: 'write',
      run: async ({ id }, context) => {
        await drop(context.tx, (await question(context.tx, context, Number(id))).id);
        return DROPPED;
      },
    },
    answer: {
      kind: 'write',
      run: async ({ id }, context, text = '') => {
        if (/^(?:不存|算了|放弃|取消|不用了?)/.test(text.trim())) {
          await drop(context.tx, Number(id));
          return DROPPED;
        }
        const number = numberIn(text);
        if (!number) throw new Refusal('evidence.which');
        return attach(Number(id), number, context);
      },
    },
  },
});

interface Numbered {
  readonly project?: number | undefined;
  readonly entry?: number | undefined;
}

function numberIn(text: string): Numbered | null {
  const found = readRecordNumber(text).find(({ letter }) => letter === 'L' || letter === 'X');
  return found ? (found.letter === 'L' ? { entry: found.number } : { project: found.number }) : null;
}

/** The number in the quoted message: an entry's before the project's it belongs to. */
const quoted = ({ quote }: Context): Numbered | null => {
  const entry = readRecordNumber(quote ?? '').find(({ letter }) => letter === 'L');
  return entry ? { entry: entry.number } : numberIn(quote ?? '');
};

/** Which proofs are asked for, of all or of the stage or ledger that the words name. */
function asked(words: string, { org, actor }: Context): Reply {
  const { proofs } = org.settings;
  const named = Object.keys(proofs).find((kind) => words.includes(kind));
  if (words !== '' && named === undefined) throw new Refusal('evidence.which');
  return proofsAskedCard(named ? { [named]: proofs[named] ?? [] } : proofs, mayEver(actor, 'set-up'));
}

async function show(number: Numbered, context: Context): Promise<Reply> {
  const proof = await viewEvidence(context.tx, context, number);
  const { project, event, entry } = proof.proven;
  const waits = (entry?.state ?? event?.state) === 'reported';
  const of = entry ? `L${entry.id}` : `X${project.id}`;
  const buttons =
    waits && may(context.actor, 'verify', project.unitId) ? [say(`核实 ${of}`, `核实 ${of}`, 'primary')] : [];
  return evidenceCard(proof, context.today, buttons);
}

async function askWhich(context: Context): Promise<Reply> {
  const options = await recentlyReported(context.tx, context);
  const stored = [];
  for (const file of context.files) stored.push((await storeOnce(context.tx, file)).id);
  const id = await ask(context.tx, context, {
    command: '凭据',
    action: 'answer',
    args: { files: stored },
    minutes: 120,
  });
  return evidenceAskCard(
    context.files.map(({ name }) => name),
    options,
    id,
    context.today,
  );
}

async function attach(id: number, number: Numbered | null, context: Context): Promise<Reply> {
  const asked = await question(context.tx, context, id);
  if (asked.state === 'dropped' || !number) throw new Refusal('pending.gone');
  const { files } = asked.args as { readonly files: readonly string[] };
  const proof = await addStored(context.tx, context, await provenBy(context.tx, number), files);
  await settle(context.tx, id);
  return evidenceKeptCard(proof, context.today);
}
