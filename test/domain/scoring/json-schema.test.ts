import { describe, expect, it } from 'vitest';
import { readRewardRule, rewardRuleJsonSchema } from '../../../src/domain/reward/read-rule.ts';
import { schemeJsonSchema } from '../../../src/domain/scoring/language.ts';
import { mistakeIn } from '../../../src/domain/scoring/mistake.ts';
import { readScheme } from '../../../src/domain/scoring/read-scheme.ts';
import { everyKind, everyRate, everyReward } from '../../support/every-kind.ts';
import { accepts } from '../../support/json-schema.ts';
import { type Mutated, mutated } from '../../support/mutated.ts';

type Json = { readonly [key: string]: Json };
const schema = JSON.parse(JSON.stringify(schemeJsonSchema()));

describe('the JSON Schema comes from the same table as the check', () => {
  it('names every kind of metric and rule', () => {
    const kindsOf = (name: string) => schema.$defs[name].oneOf.flatMap((one: Json) => one.properties?.kind?.enum);
    expect(kindsOf('metric').toSorted()).toEqual([
      'growth',
      'input',
      'max',
      'mean',
      'min',
      'pool',
      'progress',
      'ratio',
      'rows',
      'shortfall',
      'sum',
      'tally',
    ]);
    expect(kindsOf('rule').toSorted()).toEqual([
      'cases',
      'completion',
      'each',
      'given',
      'group',
      'place',
      'range',
      'table',
    ]);
  });

  it('allows no other fields and names those that must be there', () => {
    expect(schema.$ref).toBe('#/$defs/scheme');
    expect(schema.$defs.item).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['id', 'rule'],
      properties: { rule: { $ref: '#/$defs/rule' }, missing: { enum: ['zero', 'full', 'exclude'] } },
    });
    expect(schema.$defs.scheme.properties.awards.items.properties.top).toEqual({ type: 'integer', minimum: 1 });
    expect(schema.$defs.scheme.properties.rank.properties.by).toMatchObject({ type: 'array', minItems: 1 });
    expect(schema.$defs.condition.oneOf[0]).toMatchObject({ type: 'array', minItems: 3, maxItems: 3 });
  });
});

/** The path and the words of a refusal; null when the value is taken. */
function refused(read: (value: unknown) => unknown, value: unknown): string | null {
  try {
    read(value);
    return null;
  } catch (error) {
    const found = mistakeIn(error);
    if (!found) throw error;
    return `${found.path} ${found.message}`;
  }
}

/** What a JSON Schema cannot say: two fields that must fit each other. */
const BEYOND_A_SCHEMA =
  /权重应有|二者选一|要写 top|只能写一个|要写明字段|专指总分|有两项都叫|没有叫“|互为前提|循环引用|先写明排名依据|至少要有一期有份额|要写明 rate|缺少“base”/;

describe('what the schema takes and refuses, the program takes and refuses', () => {
  const rewardSchema = JSON.parse(JSON.stringify(rewardRuleJsonSchema()));
  const rules = everyRate.map((rate) => ({ ...everyReward, rate }));
  /** The changes on which the schema and the program do not agree, and how many were tried. */
  const compare = (changed: readonly Mutated[], read: (value: unknown) => unknown, schemaOf: typeof schema) => {
    const differ = changed.flatMap(({ where, value }) => {
      const why = refused(read, value);
      const agree = accepts(schemaOf, value, schemaOf) === (why === null) || BEYOND_A_SCHEMA.test(why ?? '');
      return agree ? [] : [`${where}: ${why ?? 'taken by the program'}`];
    });
    return { tried: changed.length, differ };
  };

  it('a scheme with everything in it, changed in each of its places', () => {
    expect(refused(readScheme, everyKind)).toBeNull();
    expect(accepts(schema, everyKind, schema)).toBe(true);
    const { tried, differ } = compare([...mutated(everyKind)], readScheme, schema);
    expect(differ).toEqual([]);
    expect(tried).toBeGreaterThan(3000);
  });

  it('a reward rule with everything in it, changed in each of its places', () => {
    for (const rule of [everyReward, ...rules]) {
      expect(refused(readRewardRule, rule)).toBeNull();
      expect(accepts(rewardSchema, rule, rewardSchema)).toBe(true);
      expect(compare([...mutated(rule)], readRewardRule, rewardSchema).differ).toEqual([]);
    }
  });

  it('uses every kind of metric and rule', () => {
    const used = new Set(JSON.stringify(everyKind).match(/"kind":"\w+"/g));
    expect(used.size).toBe(12 + 8);
  });
});

describe('an unknown field is refused at its own path, at every depth', () => {
  /** Objects whose keys are free names, and what a condition compares with. */
  const FREE = /^(?:metrics|show)$|by_group$|default$/;
  const objects = (value: unknown, path = ''): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    const inner = Object.entries(value).flatMap(([key, one]) =>
      objects(one, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key),
    );
    return Array.isArray(value) || FREE.test(path) ? inner : [path, ...inner];
  };
  const places = objects(everyKind);

  it.each(places)('in “%s”', (place) => {
    const marked = JSON.parse(JSON.stringify(everyKind));
    const steps = place.match(/[^.[\]]+/g) ?? [];
    const target = steps.reduce<Record<string, unknown>>((at, step) => at[step] as never, marked);
    target.多余 = 1;
    expect(refused(readScheme, marked)?.split(' ')[0]).toBe(place === '' ? '多余' : `${place}.多余`);
  });
});
