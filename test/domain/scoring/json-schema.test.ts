import { describe, expect, it } from 'vitest';
import { schemeJsonSchema } from '../../../src/domain/scoring/language.ts';

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
