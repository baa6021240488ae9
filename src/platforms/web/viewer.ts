import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { openRoom, type Room, type Speaker, sampleOrg } from '../../services/room.service.ts';
import { sessionOf } from '../../services/session.service.ts';
import { inOrg } from '../../services/transaction.ts';
import type { PageHost } from '../platform.ts';
import type { WebConfig } from './config.ts';
import { type Bindings, isLocal } from './guard.ts';
import type { Waker } from './waker.ts';

/** What the routes share. */
export interface Deps {
  readonly host: PageHost;
  readonly config: WebConfig;
  readonly waker: Waker;
}

/** Who looks at the page: in the sample org anybody by choice (`free`), else the person who signed in. */
export interface Viewer {
  readonly room: Room;
  readonly person: Speaker;
  readonly free: boolean;
}

export type WebContext = Context<{ Bindings: Bindings }>;

/** The session cookie's name: tied to the host where pages come over https. */
export const cookieName = (config: WebConfig): string => (config.secure ? '__Host-xiaozhao' : 'xiaozhao');

/** The session token that came along, or undefined. */
export const sessionToken = (context: WebContext, config: WebConfig): string | undefined =>
  getCookie(context, cookieName(config));

/**
 * The viewer of a request: the signed-in person; without a session, and only on this very machine, a person of the
 * sample org (`as` by number, else the first of staff). Null: must sign in.
 */
export async function viewerOf(
  { host, config }: Deps,
  context: WebContext,
  as?: number,
  use: 'act' | 'look' = 'act',
): Promise<Viewer | null> {
  const token = sessionToken(context, config);
  const signedIn = token ? await sessionOf(host.db, token, host.now(), use) : null;
  if (signedIn) {
    const room = await inOrg(host.db, signedIn.orgId, openRoom);
    const person = room.people.find((one) => one.id === signedIn.personId);
    return person ? { room, person, free: false } : null;
  }
  const room = await sampleRoom(host, context);
  const person = room?.people.find((one) => one.id === as) ?? (room && firstStaff(room));
  return room && person ? { room, person, free: true } : null;
}

/** The sample org's room, for requests from this very machine; null for all others. */
export async function sampleRoom(host: PageHost, context: WebContext): Promise<Room | null> {
  if (!isLocal(context.req.raw, context.env.incoming)) return null;
  const org = await sampleOrg(host.db);
  return org ? inOrg(host.db, org.id, openRoom) : null;
}

/** Whom the built-in chat speaks as when nobody is named: the first of staff. */
export const firstStaff = (room: Room): Speaker | undefined =>
  room.people.find((person) => person.role === 'staff') ??
  room.people.find((person) => person.role === 'admin') ??
  room.people[0];
