import { insertEntries } from '../db/entry-import.repository.ts';
import { insertImported, updateImported } from '../db/import.repository.ts';
import { insertPlace } from '../db/place.repository.ts';
import { insertPolicy } from '../db/policy.repository.ts';
import { insertResource } from '../db/resource.repository.ts';
import { insertPeople, insertUnit, updatePeople, updateUnit } from '../db/roster.repository.ts';
import { putTargets } from '../db/target.repository.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import type { ComingUnit, PlannedRow, RowWrite } from './import-plan.ts';
import { putChains } from './settings.service.ts';
import type { OrgTx } from './transaction.ts';

type Of<Kind extends RowWrite['kind']> = Extract<RowWrite, { kind: Kind }>;

/**
 * Writes every planned row that is not refused, in the open transaction: rows of a kind together. Refusal "import.nobody"
 * for records that need a person who brought them in.
 */
export async function writeRows(tx: OrgTx, acting: Acting, rows: readonly PlannedRow[]): Promise<void> {
  const { actor, now } = acting;
  const writes = rows.flatMap(({ write }) => (write ? [write] : []));
  const of = <Kind extends RowWrite['kind']>(kind: Kind): readonly Of<Kind>[] =>
    writes.filter((write): write is Of<Kind> => write.kind === kind);
  const projects = of('project').map(({ project }) => project);
  const entries = of('entries').flatMap((write) => write.entries);
  if (projects.length + entries.length > 0 && actor.personId === 0) throw new Refusal('import.nobody');
  await insertImported(tx, projects);
  await updateImported(tx, of('facts'));
  await insertEntries(tx, entries, { reportedBy: actor.personId, reportedAt: now });
  await putTargets(tx, of('target'));
  for (const { resource } of of('resource')) await insertResource(tx, resource);
  for (const { policy } of of('policy')) await insertPolicy(tx, { ...policy, fileId: null });
  for (const { place } of of('place')) await insertPlace(tx, place);
  for (const { id, facts } of of('unit-facts')) await updateUnit(tx, id, facts);
  await putChains(
    tx,
    acting,
    of('chain').map(({ chain }) => chain),
  );
  await writePeople(tx, of('unit'), of('person'));
}

async function writePeople(tx: OrgTx, units: readonly Of<'unit'>[], people: readonly Of<'person'>[]): Promise<void> {
  const made = new Map<ComingUnit, number>();
  for (const { unit } of [...units, ...people]) {
    if (unit === null || typeof unit === 'number' || made.has(unit)) continue;
    made.set(unit, await insertUnit(tx, { ...unit.fields, name: unit.name, kind: unit.kind }));
  }
  const numbered = people.map(({ id, unit, person }) => ({
    id,
    fields: { ...person, unitId: unit === null || typeof unit === 'number' ? unit : (made.get(unit) ?? null) },
  }));
  await insertPeople(
    tx,
    numbered.filter(({ id }) => id === null).map(({ fields }) => fields),
  );
  await updatePeople(
    tx,
    numbered.flatMap(({ id, fields }) => (id === null ? [] : [{ id, fields }])),
  );
}
