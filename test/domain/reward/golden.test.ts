import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rewardCase } from '../../../src/domain/reward/case.ts';

interface Golden {
  readonly id: string;
  readonly kind?: string;
  readonly cases?: readonly { readonly name: string; readonly expected: object }[];
  readonly entries?: readonly { readonly item: string; readonly date: string; readonly expected: object }[];
  readonly expected_totals?: object;
}

const folder = new URL('../../fixtures/scoring/', import.meta.url);
const all = readdirSync(folder).map((file): Golden => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
const lines = all.flatMap((golden) =>
  (golden.cases ?? []).map((one, index) => [golden.id, one.name, golden, index] as const),
);

describe('rewards of the golden cases come out to the cent', () => {
  it.each(lines)('%s: %s', (_id, name, golden, index) => {
    const answer = rewardCase(golden);
    if (!('cases' in answer)) throw new Error(JSON.stringify(answer));
    expect(answer.cases[index]).toMatchObject({ name, ...golden.cases?.[index]?.expected });
  });
});

describe('sharing of the golden cases comes out to the last place', () => {
  it.each(all.filter(({ kind }) => kind === 'sharing').map((golden) => [golden.id, golden] as const))(
    '%s',
    (_id, golden) => {
      const answer = rewardCase(golden);
      if (!('entries' in answer)) throw new Error(JSON.stringify(answer));
      expect(answer.entries).toEqual(golden.entries?.map(({ item, date, expected }) => ({ item, date, ...expected })));
      expect(answer.totals).toEqual(golden.expected_totals);
    },
  );
});
