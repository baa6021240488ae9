import type { CalendarDate } from '../domain/calendar/date.ts';
import type { WorkCalendar } from '../domain/calendar/workday.ts';
import type { Actor } from '../domain/org/access.ts';
import type { Lookup } from '../domain/org/member.ts';
import type { Vocabulary } from '../domain/org/vocabulary.ts';
import type { Settings } from '../domain/settings.ts';
import type { Proposal } from '../reading/proposal.ts';
import type { OrgTx } from '../services/transaction.ts';
import type { IncomingFile } from './incoming.ts';

/** The org in whose name a command runs. */
export interface OrgContext {
  readonly id: number;
  readonly name: string;
  readonly timeZone: string;
  readonly settings: Settings;
  readonly sample: boolean;
}

/** The chat a command came from. `id` is the org's own number of it. */
export interface ChatContext {
  readonly id: number;
  readonly kind: 'group' | 'direct';
  readonly name: string;
  readonly platform: string;
  readonly workspace: string;
  readonly externalId: string;
}

/**
 * What stands around a handler's arguments. Anything only one command needs is an argument or a service, not a field
 * here. `today` is the org's calendar day of `now`.
 */
export interface Context {
  readonly tx: OrgTx;
  readonly org: OrgContext;
  readonly chat: ChatContext;
  readonly actor: Actor;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly calendar: WorkCalendar;
  readonly vocabulary: Vocabulary;
  /** What a model said of the line; absent unless one is set up and the line may be a lead. */
  readonly proposal?: Proposal | null;
  /** What the platform's directory says of the sender; absent unless there is one and the line is a 绑定. */
  readonly lookup?: Lookup | null;
  /** The line as typed, after the bot's name. */
  readonly line: string;
  readonly quote?: string;
  readonly files: readonly IncomingFile[];
  /** The sender's id on the platform, for 绑定. */
  readonly senderExternalId: string;
}
