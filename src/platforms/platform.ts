import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Looking } from '../commands/choices.ts';
import type { DispatchDeps } from '../commands/dispatch.ts';
import type { Incoming } from '../commands/incoming.ts';
import type { LookUp } from '../commands/look-up.ts';
import type { Choice } from '../rendering/form.ts';
import type { Outgoing } from '../rendering/outgoing.ts';
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
  /** Opens connections (sockets to the platform) as the process's parts want them; resolves without waiting for the platform. */
  start(parts: Parts): Promise<void>;
  /** False: this process cannot send (another one has the connection), its messages are left in the outbox. Absent: always. */
  ready?(): boolean;
  /** Closes them; what was received is still finished. */
  stop(): Promise<void>;
  /**
   * Draws and sends one message. Resolves when the platform has it; throws a {@link DeliveryError} otherwise. A message
   * that needs several calls tells `passed` after each, and starts at `message.from` (see {@link sendParts}).
   */
  send(message: Outgoing, passed?: Passed): Promise<Sent>;
  /** Whether sending the same message twice shows it once: doubt is then settled by sending again. */
  sendsOnce?(message: Outgoing): boolean;
  /** Looks whether each key works, for doctor, without disturbing the running program. Never throws. */
  check?(): Promise<readonly KeyCheck[]>;
  /** Asks the platform's directory who somebody is, where it has one that we may ask. */
  readonly lookUp?: LookUp;
  /** Whether the part that is in doubt (number `message.from`) arrived; null: not. Left out where the platform cannot tell. */
  find?(message: Outgoing): Promise<Sent | null>;
}

/** What came of looking at one key or set of keys: its name, whether it works, and what it says or how it is mended. */
export interface KeyCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly says: string;
}

/** What this process does: `web` receives, `works` delivers; ROLE says which, by default both. */
export interface Parts {
  readonly web: boolean;
  readonly works: boolean;
}

/** Keeps that the platform has so many parts of a message; throws when somebody else has taken the message over. */
export type Passed = (parts: number, reference?: string) => Promise<void>;

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
   * answer leaves through the outbox. False when this delivery was seen before. `done` hears of the answer, too, unless this
   * process ends: for what only makes the screen tidy.
   */
  accept(incoming: Incoming, done?: (replies: readonly SealedReply[]) => void): Promise<boolean>;
  /** Entries for a field of a form while somebody types: what they may choose, the likeliest first. Never throws. */
  choices(looking: Looking): Promise<readonly Choice[]>;
  /** The bytes of a stored file. */
  readFile(orgId: number, file: StoredFile): Promise<Uint8Array>;
  /**
   * Asked before each call that the platform counts: takes one from the bucket, which all replicas share. Waits where the
   * wait is short, else throws a {@link DeliveryError} of kind "limited".
   */
  pace(bucket: string, rates: readonly Rate[]): Promise<void>;
  /** Where people reach us, without a slash at the end. */
  readonly publicUrl: string;
  now(): Date;
  readonly log: Log;
  /** A candidate for the right of this name, which one process at a time has. */
  lease(name: string): Lease;
  /** The place of this name, for an answer that the platform comes for. */
  handover(key: string): Handover;
  /** The shared value of this name. */
  kept(name: string): Kept;
}

/** A place where one process lays what another one fetches, as often as it comes; all replicas see it. */
export interface Handover {
  /** Lays something down; the first one stays. */
  lay(body: unknown): Promise<void>;
  /** How it stands with it: fetched, waiting for so long, or closed, so that nobody comes. */
  stands(): Promise<'fetched' | 'closed' | { readonly waitsMs: number }>;
  /** What was laid down; nothing yet, so long after somebody first came for it; or closed. */
  fetch(): Promise<{ readonly body: unknown } | { readonly opensMs: number } | 'closed'>;
  /** Closes it for good unless it was fetched: false then. */
  close(): Promise<boolean>;
}

/** A value that all replicas share for a while. What is secret is encrypted before it is put there. */
export interface Kept {
  /** The value and for how many seconds more it is good; null when there is none. */
  read(): Promise<{ readonly value: string; readonly seconds: number } | null>;
  write(value: string, seconds: number): Promise<void>;
}

/** A right that one process at a time has, by the database's clock. */
export interface Lease {
  /** Takes it, or keeps it, for so many seconds from now; false while another candidate has it. */
  take(seconds: number): Promise<boolean>;
  /** What the holder says of its work, for doctor. */
  note(state: string): Promise<void>;
  /** Gives it back, so that the next candidate need not wait. */
  release(): Promise<void>;
  /** What the present holder, whoever it is, said last; null while nobody holds it. */
  look(): Promise<{ readonly state: string | null } | null>;
}

/** What `main` lends on top to the one platform with pages of its own (`web`); the others ask for a {@link Host} only. */
export interface PageHost extends Host {
  readonly db: DispatchDeps['db'];
  /** Every command, for suggestions while typing. */
  readonly book: DispatchDeps['book'];
}

/** So many calls in so many seconds (whole ones). */
export interface Rate {
  readonly calls: number;
  readonly seconds: number;
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

/** The platform has it. `reference` names the message there (ts, msgid) where it gave one. */
export interface Sent {
  readonly reference?: string;
  /** It arrived another way, for the group's own webhook is gone; what was said of that. */
  readonly webhookGone?: string;
}

/** The failure of a post into a group: where the platform said so, nothing will ever arrive there. */
export function groupFailure(error: unknown, { chat, answerTo }: Outgoing, said: RegExp): unknown {
  const dead = error instanceof DeliveryError && error.kind === 'refused' && said.test(error.message);
  return dead && chat.kind === 'group' && !answerTo ? new DeliveryError('gone', error.message) : error;
}

/**
 * Why a message did not (or perhaps did) arrive. `limited`: try again after `retryAfterMs`. `refused`: never with these
 * bytes. `unreachable`: certainly not sent, try again. `unknown`: the request was written and no answer came. `waiting`:
 * it lies ready and the platform has not come for it yet, ask again after `retryAfterMs`. `gone`: refused, and so will
 * everything be that is sent there: the address is switched off until it is set anew.
 */
export type DeliveryKind = 'limited' | 'refused' | 'unreachable' | 'unknown' | 'waiting' | 'gone';

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

/** No such name, nobody there, a certificate that is not accepted: nothing of the request was written. */
const BEFORE_SENT =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_TLS_CERT_\w+)$/;

/** The failure of a fetch that gave no response: certainly not sent, or nobody knows. The URL is not in it, it may hold secrets. */
export function noResponse(error: unknown, platform: string): DeliveryError {
  const code = (error as { cause?: { code?: unknown } } | null)?.cause?.code;
  const known = typeof code === 'string' ? code : '';
  const kind = BEFORE_SENT.test(known) ? 'unreachable' : 'unknown';
  return new DeliveryError(kind, `no answer from ${platform} ${known}`.trim());
}

/** Milliseconds of a Retry-After header in seconds; one second where it says nothing. */
export const retryAfterMs = ({ headers }: Response): number => {
  const seconds = Number(headers.get('retry-after') ?? '1');
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3600) * 1000 : 1000;
};

/** Throws no doubt: what this call makes is seen by nobody, so it is simply done again. */
export async function unseen<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DeliveryError) || error.kind !== 'unknown') throw error;
    throw new DeliveryError('unreachable', error.message);
  }
}

/** Does the calls of a message one after the other, from where it was stopped. Each gives the platform's name for what it made, if any. */
export async function sendParts(
  { from = 0, reference }: Pick<Outgoing, 'from' | 'reference'>,
  parts: readonly (() => Promise<string | undefined>)[],
  passed?: Passed,
): Promise<Sent> {
  let first = reference;
  for (const [at, part] of parts.entries()) {
    if (at < from) continue;
    const made = await part();
    first ??= made;
    if (at + 1 < parts.length) await passed?.(at + 1, first);
  }
  return first ? { reference: first } : {};
}

/** A wait up to this long is sat out, with the message claimed. */
const PATIENT_MS = 2500;

/** Makes {@link Host.pace} of a bucket counter that gives how long to wait (milliseconds, 0: go). */
export const pacing =
  (take: (bucket: string, rates: readonly Rate[]) => Promise<number>): Host['pace'] =>
  async (bucket, rates) => {
    for (let patience = PATIENT_MS; ; ) {
      const wait = await take(bucket, rates);
      if (wait === 0) return;
      if (wait > patience) throw new DeliveryError('limited', `our own rate for ${bucket.split(':')[0]}`, wait);
      patience -= wait;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  };

/**
 * A message whose response URL is the platform's own; one that leads anywhere else is dropped, so that a delivery cannot
 * make this program call an address of the sender's choice (the answer then goes the ordinary way).
 */
export function withOwnResponseUrl(message: Outgoing, origins: readonly string[]): Outgoing {
  const { response_url: url, ...others } = message.answerTo ?? {};
  return url === undefined || leadsTo(url, origins) ? message : { ...message, answerTo: others };
}

/** Whether a URL belongs to one of these origins. */
export function leadsTo(url: string, origins: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, username, password } = new URL(url);
  return origins.includes(origin) && username === '' && password === '';
}
