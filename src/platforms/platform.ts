import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DispatchDeps } from '../commands/dispatch.ts';
import type { Incoming } from '../commands/incoming.ts';
import type { SealedReply, StoredFile } from '../rendering/reply.ts';

/**
 * The contract of a platform folder. `index.ts` default-exports a {@link PlatformFactory}; `main` gives it its own part
 * of the environment and the {@link Host}, and mounts its HTTP prefixes.
 */
export interface Platform {
  /** "slack", "wecom", "web", "memory": what chats and identities of this platform are filed under. */
  readonly name: string;
  /** URL path prefixes this platform answers ("/slack/"); the longest prefix wins. */
  readonly paths?: readonly string[];
  /** Raw Node request and response, the body unread: signatures are checked on the raw bytes. */
  handle?(request: IncomingMessage, response: ServerResponse): Promise<void> | void;
  /** Opens connections (sockets to the platform); resolves when ready to receive. */
  start(): Promise<void>;
  /** Closes them; what was received is still finished. */
  stop(): Promise<void>;
  /** Draws and sends one message. Resolves when the platform has it; throws a {@link DeliveryError} otherwise. */
  send(message: Outgoing): Promise<Sent>;
  /** Sending the same message twice shows it once: doubt is settled by sending again. */
  readonly sendsOnce?: boolean;
  /** Whether a message of unknown outcome arrived; null: certainly not. Left out where the platform cannot tell. */
  find?(message: Outgoing): Promise<Sent | null>;
}

/** Makes the platform, or null when its part of the environment is absent (the platform is off). */
export type PlatformFactory = (environment: Environment, host: PageHost) => Platform | null;

/** The environment variables, as given. Each platform reads its own by its `config.ts`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What `main` lends to a platform. */
export interface Host {
  /** Takes a delivery through the whole line. Resolves after the answer is committed. Never throws. */
  dispatch(incoming: Incoming): Promise<Answer>;
  /**
   * Commits the delivery to the inbox and resolves: only then may the platform acknowledge. The work goes on behind; the
   * answer leaves through the outbox. False when this delivery was seen before.
   */
  accept(incoming: Incoming): Promise<boolean>;
  /** The bytes of a stored file. */
  readFile(orgId: number, file: StoredFile): Promise<Uint8Array>;
  /** Where people reach us, without a slash at the end. */
  readonly publicUrl: string;
  now(): Date;
  readonly log: Log;
}

/** What `main` lends on top to the one platform with pages of its own (`web`); the others ask for a {@link Host} only. */
export interface PageHost extends Host {
  readonly db: DispatchDeps['db'];
  /** Every command, for suggestions while typing. */
  readonly book: DispatchDeps['book'];
}

/** The four levels a platform may log at. Never message texts, mobiles or secrets. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What came of a delivery: one reply per line. `repeated` when it had been answered before (the same replies again). */
export interface Answer {
  readonly orgId: number | null;
  readonly replies: readonly SealedReply[];
  readonly repeated: boolean;
}

/** One message to one chat. */
export interface Outgoing {
  /** The outbox row: opaque, unique for ever; goes into message metadata where the platform has it. */
  readonly id: string;
  readonly orgId: number;
  readonly workspace: string;
  readonly chat: { readonly externalId: string; readonly kind: 'group' | 'direct' };
  readonly reply: SealedReply;
  /** The handle that came with the delivery this answers. */
  readonly answerTo?: Readonly<Record<string, string>>;
  /** Whom it answers, for private replies in a group. */
  readonly personExternalId?: string;
  /** The group's own webhook, for posts into it where the platform has such a thing. A secret. */
  readonly webhook?: string;
  /** Sent again after doubt, or later than due: say 补发. */
  readonly late: boolean;
}

/** The platform has it. `reference` names the message there (ts, msgid) where it gave one. */
export interface Sent {
  readonly reference?: string;
}

/**
 * Why a message did not (or perhaps did) arrive. `limited`: try again after `retryAfterMs`. `refused`: never with these
 * bytes. `unreachable`: certainly not sent, try again. `unknown`: the request was written and no answer came.
 */
export type DeliveryKind = 'limited' | 'refused' | 'unreachable' | 'unknown';

/** A failed delivery of a known kind; the message says what the platform said, without secrets. */
export class DeliveryError extends Error {
  readonly kind: DeliveryKind;
  readonly retryAfterMs: number;

  constructor(kind: DeliveryKind, message: string, retryAfterMs = 0) {
    super(message);
    this.name = 'DeliveryError';
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}
