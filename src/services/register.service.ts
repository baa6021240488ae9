import {
  countProjects,
  listProjects,
  lossCounts,
  type ProjectFilter,
  type RegisterRow,
  stageCounts,
  stageCountsByUnit,
} from '../db/register.repository.ts';
import { listUnits } from '../db/roster.repository.ts';
import { may } from '../domain/org/access.ts';
import { STAGES, type Standing } from '../domain/project/project.ts';
import { STAGE_WORDS } from '../domain/project/stage.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import type { OrgTx } from './transaction.ts';

/** What of the register is wanted: JSON, because it travels in the buttons of its pages. */
export interface RegisterFilter {
  readonly unitId: number | null;
  readonly pool: boolean;
  readonly stage: Standing | null;
  readonly chain: string | null;
  readonly words: string | null;
  /** Only those whose next stage has an expected day, the earliest first. */
  readonly expected?: boolean;
  /** "城关镇 签约": what the list is of, in words. */
  readonly title: string;
}

/** One page of the register with its graded view (how many stand at each stage). */
export interface RegisterPage {
  readonly title: string;
  readonly rows: readonly RegisterRow[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly stages: readonly { readonly stage: string; readonly count: number }[];
  /** Of what is lost: why, and to which places; most first. */
  readonly losses: Losses | null;
}

/** Why projects were lost, and to which places; most first. */
export interface Losses {
  readonly reasons: readonly Counted[];
  readonly places: readonly Counted[];
}

interface Counted {
  readonly name: string;
  readonly count: number;
}

type Looking = Acting & {
  readonly vocabulary: {
    readonly units: readonly { readonly id: number; readonly name: string }[];
    readonly chains: readonly { readonly name: string }[];
  };
};

const PAGE = 8;
const MOST_EXPORTED = 20_000;

/** One unit's pipeline: how many projects stand at each stage. */
export interface Pipeline {
  readonly unit: string;
  readonly counts: ReadonlyMap<string, number>;
}

/** 台账 汇总: the pipelines of all assessed units, in official order. */
export async function pipelines(tx: OrgTx): Promise<readonly Pipeline[]> {
  const counted = await stageCountsByUnit(tx);
  return (await listUnits(tx))
    .filter(({ assessed }) => assessed)
    .map(({ id, name }) => ({
      unit: name,
      counts: new Map(counted.filter(({ unitId }) => unitId === id).map(({ stage, count }) => [stage, count])),
    }));
}

/**
 * Reads the words beside 台账. A member sees the own unit unless it asks for the pool; staff and leaders see all. Refusal
 * "register.not-yours" for another unit's list.
 */
export function readFilter(words: string, asked: number | null, { actor, vocabulary }: Looking): RegisterFilter {
  const pool = /公海/.test(words);
  const expected = /预计|近期/.test(words);
  const stageWord = Object.keys(STAGE_WORDS)
    .sort((a, b) => b.length - a.length)
    .find((word) => words.includes(word));
  const chain = vocabulary.chains.find(({ name }) => words.includes(name))?.name ?? null;
  const left = [stageWord ?? '', chain ?? '', '公海', '预计', '近期']
    .reduce((text, word) => text.replace(word, ' '), words)
    .trim();
  const seesAll = may(actor, 'verify', null) || actor.role === 'leader';
  if (!pool && !seesAll && asked !== null && asked !== actor.unitId) throw new Refusal('register.not-yours');
  const unitId = pool ? null : seesAll ? asked : actor.unitId;
  const unitName = vocabulary.units.find((unit) => unit.id === unitId)?.name ?? (pool ? '公海' : '全部单位');
  const stage = stageWord ? (STAGE_WORDS[stageWord] ?? null) : null;
  return {
    unitId,
    pool,
    stage,
    chain,
    words: left || null,
    expected,
    title: [unitName, stage, chain, left, expected ? '有预计时间' : ''].filter(Boolean).join(' '),
  };
}

/** A page of the list, newest first. */
export async function registerPage(
  tx: OrgTx,
  looking: Looking,
  filter: RegisterFilter,
  wanted: number,
): Promise<RegisterPage> {
  const where = visible(filter, looking);
  const total = await countProjects(tx, where);
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  const counts = new Map((await stageCounts(tx, where)).map(({ stage, count }) => [stage, count]));
  return {
    title: filter.title,
    rows: await listProjects(tx, where, PAGE, (page - 1) * PAGE),
    page,
    pages,
    total,
    losses: filter.stage === '流失' ? await lossesOf(tx, looking, where) : null,
    stages: [...STAGES, '搁置', '流失'].flatMap((stage) =>
      counts.get(stage) ? [{ stage, count: counts.get(stage) ?? 0 }] : [],
    ),
  };
}

async function lossesOf(tx: OrgTx, { org }: Looking, where: ProjectFilter): Promise<Losses> {
  const lost = await lossCounts(tx, where);
  const named = (name: (loss: (typeof lost)[number]) => string | null): readonly Counted[] => {
    const counts = new Map<string, number>();
    for (const loss of lost) {
      const key = name(loss);
      if (key !== null) counts.set(key, (counts.get(key) ?? 0) + loss.count);
    }
    return [...counts].map(([key, count]) => ({ name: key, count })).sort((a, b) => b.count - a.count);
  };
  const { lostReasons } = org.settings;
  return {
    reasons: named(({ reason }) => lostReasons.find((word) => reason?.includes(word)) ?? '未写原因'),
    places: named(({ to }) => to),
  };
}

/** The whole list, for Excel. */
export async function wholeRegister(
  tx: OrgTx,
  looking: Looking,
  filter: RegisterFilter,
): Promise<{ readonly title: string; readonly rows: readonly RegisterRow[] }> {
  return { title: `${filter.title}项目台账`, rows: await listProjects(tx, visible(filter, looking), MOST_EXPORTED, 0) };
}

/** Another unit's list is for staff, admins and leaders; anyone else gets the own one (and the pool). */
function visible(filter: RegisterFilter, { actor }: Looking): ProjectFilter {
  const seesAll = may(actor, 'verify', null) || actor.role === 'leader';
  const unitId = filter.pool || seesAll ? filter.unitId : actor.unitId;
  return {
    unitId,
    none: !seesAll && !filter.pool && actor.unitId === null,
    pool: filter.pool,
    stage: filter.stage,
    chain: filter.chain,
    words: filter.words,
    expected: filter.expected ?? false,
  };
}
