import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { amount, day, foreign, project, rest } from '../../src/commands/slots.ts';
import type { CalendarDate } from '../../src/domain/calendar/date.ts';
import { ENTRY_KINDS, type EntryKind } from '../../src/domain/ledger/entry.ts';
import type { Decimal } from '../../src/domain/money/decimal.ts';
import type { Project } from '../../src/domain/project/project.ts';
import { elsewhereNotes, entryAlikeCard, filedCard } from '../../src/rendering/cards/entry.card.ts';
import { proofNotes } from '../../src/rendering/cards/evidence.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { reportEntry } from '../../src/services/entry.service.ts';
import { addEvidence } from '../../src/services/evidence.service.ts';

const INSIST = '仍要登记';
const VOUCHER = /(?:凭证号?|回单号?|票号|单号)[:：]?\s*([A-Za-z0-9-]{4,40})/;

/** A command that reports one kind of entry: project, amount in the currency of its ledger, day, voucher or note. */
export const ledgerCommand = (
  kind: EntryKind,
  words: Pick<Parameters<typeof defineCommand>[0], 'name' | 'synonyms' | 'initials' | 'english' | 'help' | 'examples'>,
) =>
  defineCommand({
    ...words,
    group: 'money',
    usage: `${words.name} 项目 金额 [日期] [凭证号]`,
    slots: {
      project: project(),
      amount: ENTRY_KINDS[kind].unit === '万美元' ? foreign() : amount(),
      on: day('past', '日期', { optional: true }),
      words: rest('凭证或说明', { optional: true }),
    },
    kind: 'write',
    ability: 'report',
    run: (parts, context) => file(kind, parts, context),
  });

async function file(
  kind: EntryKind,
  parts: {
    readonly project: Project;
    readonly amount: Decimal;
    readonly on: CalendarDate | undefined;
    readonly words: string | undefined;
  },
  context: Context,
): Promise<Reply> {
  const words = parts.words?.replace(INSIST, '').trim() || null;
  const reported = {
    kind,
    amount: parts.amount,
    occurredOn: parts.on ?? context.today,
    voucher: VOUCHER.exec(words ?? '')?.[1] ?? null,
    note: words,
    despiteAlike: parts.words?.includes(INSIST) ?? false,
  };
  const result = await reportEntry(context.tx, context, parts.project, reported);
  if (result.outcome === 'alike') return entryAlikeCard(result.alike, parts.project, context.line, context.today);
  const proven = { project: parts.project, event: null, entry: result.entry };
  const proof = await addEvidence(context.tx, context, proven, context.files, words ?? '');
  const card = filedCard(result.entry, parts.project, result.total, result.waiting, context.today);
  return { ...card, parts: [...(card.parts ?? []), ...elsewhereNotes(result.elsewhere), ...proofNotes(proof)] };
}
