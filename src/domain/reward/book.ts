import { check } from '../scoring/check.ts';
import { below } from '../scoring/mistake.ts';
import { anything, list, need, record, type Shape, text } from '../scoring/shape.ts';
import type { RewardLayer } from './layers.ts';
import { readRewardRule } from './read-rule.ts';

/** What an org pays by: one rule, or the rules of several levels (市、县), each of which pays the highest that fits. */
export type RewardBook = readonly RewardLayer[];

interface WrittenLayer {
  readonly layer: string;
  readonly rules: readonly unknown[];
}

const layered: Shape<{ readonly layers: readonly WrittenLayer[] }> = record<{
  readonly layers: readonly WrittenLayer[];
}>({
  layers: need(list(record<WrittenLayer>({ layer: need(text), rules: need(list(anything, 1)) }), 1)),
});

/**
 * A reward book from JSON: a rule, or `{layers: [{layer: "市级", rules: [rule, …]}, …]}`. Refuses (scoring/mistake.ts) what
 * is wrong with the path of the mistake. A single rule is a level without a name.
 */
export function readRewardBook(input: unknown): RewardBook {
  const hasLayers = typeof input === 'object' && input !== null && Object.hasOwn(input, 'layers');
  if (!hasLayers) return [{ layer: '', rules: [readRewardRule(input)] }];
  check(layered, input, 'rule', {});
  const { layers } = input as { readonly layers: readonly WrittenLayer[] };
  return layers.map(({ layer, rules }, at) => {
    const path = below(below('rule.layers', at), 'rules');
    return { layer, rules: rules.map((rule, index) => readRewardRule(rule, below(path, index))) };
  });
}
