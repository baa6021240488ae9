import type { Named, Vocabulary } from '../domain/org/vocabulary.ts';
import type { Field, FieldKind, PressArgs } from '../rendering/form.ts';
import type { ProjectRef } from './parse.ts';
import type { Slot, Slots, SlotValues } from './slots.ts';

const KINDS: Readonly<Record<Slot['kind'], FieldKind>> = {
  project: 'project',
  record: 'line',
  amount: 'line',
  foreign: 'line',
  date: 'date',
  dates: 'line',
  unit: 'unit',
  person: 'person',
  assignee: 'assignee',
  choice: 'choice',
  rest: 'text',
};

/** A slot as a field of a form, empty. */
export function fieldOf(name: string, slot: Slot): Field {
  const hint = hintOf(slot);
  return {
    name,
    label: slot.label,
    kind: kindOf(slot),
    optional: slot.optional,
    ...(hint ? { hint } : {}),
    ...(slot.kind === 'choice' ? { choices: [...new Set(Object.values(slot.words))] } : {}),
  };
}

function kindOf(slot: Slot): FieldKind {
  if (slot.kind === 'record' && slot.letter === 'X') return 'project';
  return slot.kind === 'rest' && slot.short ? 'line' : KINDS[slot.kind];
}

function hintOf(slot: Slot): string | undefined {
  switch (slot.kind) {
    case 'amount':
      return '如 5000万、1.2亿元';
    case 'foreign':
      return '如 200万美元';
    case 'dates':
      return '如 6月9日、6月17-21日';
    case 'record':
      return `编号，如 ${slot.letter}45`;
    case 'rest':
      return slot.hint;
    default:
      return undefined;
  }
}

/** What fits into a button; longer words are typed again. */
const MOST = 400;

/** What a line says already, slot by slot, as texts that read as the same again. */
export function lineArgs(slots: Slots, values: Readonly<Record<string, unknown>>, vocabulary: Vocabulary): PressArgs {
  const texts = Object.entries(slots).flatMap(([name, slot]) =>
    values[name] === undefined ? [] : [[name, textOf(slot, values[name], vocabulary)] as const],
  );
  const short = texts.filter(([, words]) => words.length <= MOST / 2);
  return JSON.stringify(short).length > MOST ? {} : Object.fromEntries(short);
}

function textOf(slot: Slot, value: unknown, vocabulary: Vocabulary): string {
  switch (slot.kind) {
    case 'project': {
      const ref = value as ProjectRef;
      return 'number' in ref ? `X${ref.number}` : ref.words;
    }
    case 'record':
      return `${slot.letter}${String(value)}`;
    case 'amount':
      return `${String(value)}万元`;
    case 'foreign':
      return `${String(value)}万美元`;
    case 'dates': {
      const { from, to } = value as SlotValues['dates'];
      return from === to ? from : `${from}至${to}`;
    }
    case 'unit':
      return (value as SlotValues['unit']).name;
    case 'person':
      return nameIn({ ...(value as SlotValues['person']), kind: 'person' }, vocabulary);
    case 'assignee':
      return (value as readonly Named[]).map((named) => `@${nameIn(named, vocabulary)}`).join(' ');
    case 'date':
    case 'choice':
    case 'rest':
      return String(value);
  }
}

/** A name that means one: behind the unit's where several people have it. */
export function nameIn({ kind, id, name }: Named, { people, units }: Vocabulary): string {
  if (kind === 'unit' || people.filter((person) => person.name === name).length < 2) return name;
  const unitId = people.find((person) => person.id === id)?.unitId;
  return `${units.find((unit) => unit.id === unitId)?.name ?? ''}${name}`;
}
