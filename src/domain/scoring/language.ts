import type { RoundingMode } from '../money/decimal.ts';
import type { Condition } from './condition.ts';
import { conditionDefinitions } from './condition.ts';
import { type JsonSchema, jsonSchema } from './json-schema.ts';
import type { Metric } from './metrics/metric.ts';
import { metricKinds } from './metrics/registry.ts';
import { ruleKinds } from './rules/registry.ts';
import type { Rule } from './rules/rule.ts';
import type { Award, Item, Rank, RankKey, Round, Scheme, SchemePeriod, Share, Show, Total, Veto } from './scheme.ts';
import {
  boolean,
  type Concern,
  choice,
  type Definitions,
  dict,
  integer,
  kinds,
  list,
  may,
  named,
  need,
  number,
  record,
  text,
  ways,
} from './shape.ts';
import { condition, numberBy, order, type Value, value, valueDefinitions, within } from './value.ts';

const mode = choice('half_up', 'half_even', 'down', 'up') satisfies ReturnType<typeof choice<RoundingMode>>;
/** More places than this are no figure. */
const MOST_PLACES = 30;
const places = integer({ least: 0, most: MOST_PLACES });
const round = record<Round>({ places: may(places), mode: may(mode) });
const show = record<Show>({ percent: may(boolean), places: may(places), mode: may(mode) });

const item = record<Item>({
  id: need(text),
  full: may(numberBy),
  weight: may(numberBy),
  min: may(numberBy),
  max: may(numberBy),
  round: may(round),
  groups: may(list(text)),
  when: may<Condition>(condition),
  missing: may(choice('zero', 'full', 'exclude')),
  rule: need(named<Rule>('rule')),
});

/** 序时进度: a number, or {num, den}. */
export const progressShape = ways<number | Share>(
  { type: 'number', shape: number },
  { type: 'object', shape: record<Share>({ num: need(integer()), den: need(integer({ least: 1 })) }) },
);
const period = record<SchemePeriod>({ progress: may(progressShape) });

const total = record<Total>({ min: may(number), max: may(number), rescale_to: may(number), round: may(round) });
/** Spelt this way because an object with a literal `then` reads as a promise. */
const THEN = 'then';
const veto = record<Veto>({
  id: need(text),
  when: need<Condition>(condition),
  [THEN]: need(choice('zero_total', 'unranked', 'last')),
});
const rank = record<Rank>({
  by: need(list(record<RankKey>({ value: need<Value>(value), order: may(order) }), 1)),
  within: may(within),
  ties: may(choice('skip', 'dense', 'sequence')),
  compare: may(choice('exact', 'shown')),
});
const award = record<Award>(
  {
    name: need(text),
    top: may(integer({ least: 1 })),
    bottom: may(integer({ least: 1 })),
    within: may(within),
    when: may<Condition>(condition),
    ties: may(choice('include', 'exclude')),
    min_units: may(integer()),
    unless: may(list(text)),
  },
  hasGround,
);

function hasGround({ top, bottom, when }: Award): Concern {
  if (top !== undefined && bottom !== undefined) return { at: 'bottom', message: 'top 和 bottom 只能写一个' };
  const none = top === undefined && bottom === undefined && when === undefined;
  return none ? { at: '', message: '要写 top、bottom 或 when' } : null;
}

/** The whole language, by name. */
export const definitions: Definitions = {
  scheme: record<Scheme>({
    id: need(text),
    title: need(text),
    version: may(integer()),
    period: may(period),
    metrics: may(dict(named<Metric>('metric'))),
    items: may(list(named<Item>('item'))),
    total: may(total),
    veto: may(list(veto)),
    rank: may(rank),
    awards: may(list(award)),
    show: may(dict(show)),
  }),
  item,
  metric: kinds<Metric>(metricKinds),
  rule: kinds<Rule>(ruleKinds),
  ...valueDefinitions,
  ...conditionDefinitions,
};

/** The JSON Schema of a scheme, for editors and importers. */
export const schemeJsonSchema = (): JsonSchema => jsonSchema('scheme', definitions, '考核方案');
