import { findPerson, updatePerson } from '../db/roster.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { type Mutable, muteOf, readMute } from '../domain/org/mute.ts';
import type { Acting } from './acting.ts';
import type { OrgTx } from './transaction.ts';

/** What a person keeps quiet. */
export async function mutesOf(tx: OrgTx, { actor, today }: Pick<Acting, 'actor' | 'today'>) {
  const mutes = (await findPerson(tx, actor.personId))?.mutes ?? [];
  return mutes.flatMap((mute) => {
    const read = readMute(mute);
    return read && (read.until === null || read.until >= today) ? [read] : [];
  });
}

/** 静音: keeps a kind of reminder quiet, for ever or to the end of a day; `off` lets it speak again. */
export async function mute(
  tx: OrgTx,
  acting: Pick<Acting, 'actor' | 'today'>,
  kind: Mutable,
  wish: { readonly until: CalendarDate | null; readonly off: boolean },
): Promise<void> {
  const others = (await mutesOf(tx, acting)).filter((one) => one.kind !== kind);
  const mutes = others.map((one) => muteOf(one.kind, one.until));
  await updatePerson(tx, acting.actor.personId, { mutes: wish.off ? mutes : [...mutes, muteOf(kind, wish.until)] });
}
