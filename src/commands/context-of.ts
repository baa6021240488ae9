import type { surroundings } from '../services/org.service.ts';
import type { OrgTx } from '../services/transaction.ts';
import type { Context } from './context.ts';
import type { Incoming } from './incoming.ts';

/** The context of a known person; null for anyone who is not bound (only commands for everybody will do). */
export function contextOf(
  tx: OrgTx,
  incoming: Pick<Incoming, 'platform' | 'workspace' | 'chat' | 'sender' | 'text' | 'quote' | 'files'>,
  now: Date,
  around: Awaited<ReturnType<typeof surroundings>>,
): Context {
  const { org, person, chat, today, calendar, vocabulary } = around;
  return {
    tx,
    org,
    chat: {
      ...chat,
      kind: incoming.chat.kind,
      platform: incoming.platform,
      workspace: incoming.workspace,
      externalId: incoming.chat.externalId,
    },
    actor: person
      ? { personId: person.id, name: person.name, role: person.role, unitId: person.unitId }
      : { personId: 0, name: incoming.sender.name ?? '', role: 'member', unitId: null },
    now,
    today,
    calendar,
    vocabulary,
    line: incoming.text,
    ...(incoming.quote === undefined ? {} : { quote: incoming.quote }),
    files: incoming.files ?? [],
    senderExternalId: incoming.sender.externalId,
  };
}
