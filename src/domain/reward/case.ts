import { parseIsoDate } from '../calendar/date.ts';
import { readExact } from '../money/exact.ts';
import { idOf } from '../scoring/case.ts';
import { demand } from '../scoring/check.ts';
import { below, type Mistake, mistake, mistakeIn } from '../scoring/mistake.ts';
import { readRewardRule, readSharingRule } from './read-rule.ts';
import { type ProjectFacts, type Reward, rewardOf } from './reward.ts';
import type { RewardRule } from './rule.ts';
import { type SharedEntry, sharesOf, sharingTotals } from './sharing.ts';
import type { Referrer } from './split.ts';

export type RewardAnswer =
  | { readonly id: string | null; readonly cases: readonly ({ readonly name: string | null } & Reward)[] }
  | {
      readonly id: string | null;
      /** Each entry with its parties' parts beside its item and date. */
      readonly entries: readonly Readonly<Record<string, string>>[];
      readonly totals: Readonly<Record<string, Readonly<Record<string, string>>>>;
    }
  | { readonly id: string | null; readonly error: Mistake };

type Fields = Readonly<Record<string, unknown>>;

/** Works out a case of kind `reward` or `sharing`; never throws for what is wrong with the case. */
export function rewardCase(input: unknown): RewardAnswer {
  const id = idOf(input);
  try {
    demand('object', input, '');
    const { kind: said, rule, cases, entries } = input as Fields;
    const kind = said ?? (cases === undefined ? 'sharing' : 'reward');
    if (kind === 'sharing') return { id, ...sharingAnswer(rule, entries) };
    if (kind !== 'reward') throw mistake('kind', '应为 reward、sharing 之一');
    const read = readRewardRule(rule);
    demand('list', cases, 'cases');
    return {
      id,
      cases: (cases as readonly unknown[]).map((one, index) => rewardLine(read, one, below('cases', index))),
    };
  } catch (error) {
    const found = mistakeIn(error);
    if (!found) throw error;
    return { id, error: found };
  }
}

function rewardLine(rule: RewardRule, input: unknown, path: string): { readonly name: string | null } & Reward {
  demand('object', input, path);
  const { name, project, referrers } = input as Fields;
  demand('object', project, below(path, 'project'));
  const people = readReferrers(referrers, below(path, 'referrers'));
  try {
    return { name: typeof name === 'string' ? name : null, ...rewardOf(rule, project as ProjectFacts, people) };
  } catch (error) {
    const found = mistakeIn(error);
    if (!found) throw error;
    throw mistake(pathInCase(found.path, path), found.message);
  }
}

/** A project is worked out as the only unit of a board; its fields are the case's own. */
const pathInCase = (inner: string, path: string): string =>
  inner.startsWith(BOARD_INPUTS) ? `${path}.project${inner.slice(BOARD_INPUTS.length)}` : `${path}.${inner}`;
const BOARD_INPUTS = 'units[0].inputs';

function readReferrers(input: unknown, path: string): readonly Referrer[] {
  if (input === undefined || input === null) return [];
  demand('list', input, path);
  return (input as readonly unknown[]).map((one, index) => {
    demand('object', one, below(path, index));
    demand('text', (one as Fields).name, below(below(path, index), 'name'));
    return one as Referrer;
  });
}

function sharingAnswer(rule: unknown, input: unknown) {
  const read = readSharingRule(rule);
  demand('list', input, 'entries');
  const entries = (input as readonly unknown[]).map((one, index) => readEntry(one, below('entries', index)));
  return {
    entries: entries.map((entry) => ({ item: entry.item, date: entry.date, ...sharesOf(read, entry) })),
    totals: sharingTotals(read, entries),
  };
}

function readEntry(input: unknown, path: string): SharedEntry {
  demand('object', input, path);
  const { item, date, amount } = input as Fields;
  demand('text', item, below(path, 'item'));
  const day = typeof date === 'string' ? parseIsoDate(date) : null;
  if (!day) throw mistake(below(path, 'date'), '应为日期（如 2026-06-01）');
  const isNumber = typeof amount === 'number' || typeof amount === 'string';
  if (!isNumber || readExact(amount) === null) throw mistake(below(path, 'amount'), '应为数');
  return { item: String(item), date: day, amount };
}
