import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scoreCase } from '../../../src/domain/scoring/case.ts';

interface Golden {
  readonly id: string;
  readonly kind?: string;
  readonly scheme: unknown;
  readonly units: readonly unknown[];
  readonly expected: readonly {
    name: string;
    group?: string;
    values: unknown;
    rank: number | null;
    awards?: unknown;
  }[];
}

const folder = new URL('../../fixtures/scoring/', import.meta.url);
const cases = readdirSync(folder)
  .map((file): Golden => JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
  .filter(({ kind }) => kind === undefined);

describe('published and derived tables come out digit for digit', () => {
  it.each(cases.map((golden) => [golden.id, golden] as const))('%s', (_id, golden) => {
    const answer = scoreCase(golden);
    if (!('results' in answer)) throw new Error(JSON.stringify(answer.error));
    const seen = answer.results.map((result, index) => {
      const wanted = golden.expected[index];
      return {
        name: result.name,
        ...(wanted?.group === undefined ? {} : { group: result.group }),
        values: result.values,
        rank: result.rank,
        ...(wanted?.awards === undefined ? {} : { awards: result.awards }),
      };
    });
    expect(seen).toEqual(
      golden.expected.map(({ name, group, values, rank, awards }) => ({
        name,
        ...(group === undefined ? {} : { group }),
        values,
        rank,
        ...(awards === undefined ? {} : { awards }),
      })),
    );
  });
});
