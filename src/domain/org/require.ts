import { Refusal } from '../refusal.ts';
import { type Ability, type Actor, may } from './access.ts';

/**
 * Refuses unless the person may use the ability on a record of this unit. Throws Refusal "access.not-yours"; what belongs
 * to another org is never loaded, so it is "no such" before this is asked.
 */
export function requireReach(actor: Pick<Actor, 'role' | 'unitId'>, ability: Ability, unitId: number | null): void {
  if (!may(actor, ability, unitId)) throw new Refusal('access.not-yours', { ability });
}
