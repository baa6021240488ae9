import { Refusal } from '../domain/refusal.ts';
import type { Slot, Slots } from './slots.ts';

/** At which kinds of slot a rule's refusal belongs, by its code; the first rule that fits and has such a slot counts. */
const PLACES: readonly (readonly [code: RegExp, kinds: readonly Slot['kind'][]])[] = [
  [/^(?:task\.due|task\.extension|date\.|activity\.days)/, ['date', 'dates']],
  [/^(?:amount\.|stage\.needs-amount)/, ['amount', 'foreign']],
  [/^(?:name\.|person\.|hand-over\.same|transfer\.same)/, ['assignee', 'unit', 'person']],
  [/^access\.not-yours/, ['assignee', 'project']],
  [/^(?:project\.|entry\.stage|hand-over\.closed)/, ['project', 'record']],
  [/^stage\.(?:needs-reason|framework)/, ['rest']],
  [/^stage\./, ['choice']],
  [/(?:-long|\.too-long|reason-missing|^clock\.|voucher)/, ['rest']],
];

/** A refusal with the field it belongs to; one that is about none (the record is gone) stays as it is. */
export function placed(refusal: Refusal, slots: Slots): Refusal {
  if ('field' in refusal.data || 'errors' in refusal.data) return refusal;
  const field = fieldFor(refusal.code, slots);
  return field ? new Refusal(refusal.code, { ...refusal.data, field }) : refusal;
}

function fieldFor(code: string, slots: Slots): string | undefined {
  for (const [pattern, kinds] of PLACES) {
    if (!pattern.test(code)) continue;
    for (const kind of kinds) {
      const found = Object.entries(slots).find(([, slot]) => slot.kind === kind);
      if (found) return found[0];
    }
  }
  return undefined;
}
