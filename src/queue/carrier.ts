import type { Claimed } from '../db/delivery.repository.ts';
import type { Outgoing } from '../rendering/outgoing.ts';
import type { Reply, SealedReply } from '../rendering/reply.ts';
import type { Db } from '../services/transaction.ts';
import type { Circuit } from './circuit.ts';

/** What delivery needs of a platform: the same as the platform contract. */
export interface Carrier {
  readonly name: string;
  send(
    parcel: Outgoing,
    passed: (parts: number, reference?: string) => Promise<void>,
  ): Promise<{ readonly reference?: string; readonly webhookGone?: string }>;
  /** False: another process has this carrier's connection and sends its parcels. */
  ready?(): boolean;
  sendsOnce?(parcel: Outgoing): boolean;
  find?(parcel: Outgoing): Promise<{ readonly reference?: string } | null>;
}

/** What delivery is made of. */
export interface DeliveryDeps {
  readonly db: Db;
  readonly carriers: readonly Carrier[];
  readonly owner: string;
  seal(
    reply: Reply,
    context: { orgId: number; id: string; at: Date; mentions: ReadonlyMap<number, string> },
  ): SealedReply;
  readonly log: { warn(fields: object, message: string): void; error(fields: object, message: string): void };
  /** Asked before each message: true leaves the rest to the next process. */
  readonly stopping?: () => boolean;
  /** By platform; without one a platform is always tried. */
  readonly circuits?: { get(platform: string): Circuit };
}

/** How a send failed; the platform contract's DeliveryError, or a fault of ours without a kind. */
export interface Failure {
  readonly kind?: 'limited' | 'refused' | 'unreachable' | 'unknown' | 'waiting' | 'gone';
  readonly retryAfterMs?: number;
  readonly message: string;
}

/** A claimed message with its carrier. */
export interface Load {
  readonly claimed: Claimed;
  readonly carrier: Carrier;
}
