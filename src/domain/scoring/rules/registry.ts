import { cases } from './cases.ts';
import { completion } from './completion.ts';
import { each } from './each.ts';
import { given } from './given.ts';
import { group } from './group.ts';
import { place } from './place.ts';
import { range } from './range.ts';
import type { Rule, RuleKind } from './rule.ts';
import { table } from './table.ts';

/** Every kind of rule by name; the compiler asks for one that is missing. */
export const ruleKinds: { readonly [K in Rule['kind']]: RuleKind<Extract<Rule, { kind: K }>> } = {
  completion,
  each,
  table,
  cases,
  range,
  place,
  given,
  group,
};
