import { mayEver } from '../domain/org/access.ts';
import type { LeaderboardRow } from '../domain/report/model.ts';
import type { MineItem } from '../domain/work/mine.ts';
import type { Acting } from './acting.ts';
import type { Reporting } from './board.service.ts';
import { mineOf } from './mine.service.ts';
import { boardNow } from './publish.service.ts';
import { type RegisterPage, readFilter, registerPage } from './register.service.ts';
import type { OrgTx } from './transaction.ts';

/** Where units stand this month: the own group, or for those without a unit every group, its first rows. */
export interface Standings {
  readonly own: LeaderboardRow | null;
  readonly groups: readonly {
    readonly name: string;
    readonly count: number;
    readonly first: readonly LeaderboardRow[];
  }[];
}

/** One person's page: what waits, the projects, the places. */
export interface Home {
  readonly name: string;
  readonly items: readonly MineItem[];
  readonly register: RegisterPage;
  readonly standings: Standings;
  /** What the person's role allows. */
  readonly mayReport: boolean;
  readonly mayDispatch: boolean;
}

const FIRST = 3;

/** 首页: everything about one person's day. */
export async function homeOf(
  tx: OrgTx,
  acting: Acting & Parameters<typeof readFilter>[2] & { readonly org: Reporting },
): Promise<Home> {
  const { actor } = acting;
  const items = await mineOf(tx, acting, actor);
  const register = await registerPage(tx, acting, readFilter('', null, acting), 1);
  return {
    name: actor.name,
    items,
    register,
    standings: await standingsFor(tx, acting),
    mayReport: mayEver(actor, 'report'),
    mayDispatch: mayEver(actor, 'dispatch'),
  };
}

async function standingsFor(
  tx: OrgTx,
  { actor, org, now }: Pick<Acting, 'actor' | 'now'> & { readonly org: Reporting },
): Promise<Standings> {
  const { model } = await boardNow(tx, org, now);
  const isOwn = ({ unitId }: LeaderboardRow): boolean => actor.unitId !== null && unitId === actor.unitId;
  const ownGroup = model.groups.find(({ rows }) => rows.some(isOwn));
  return {
    own: ownGroup?.rows.find(isOwn) ?? null,
    groups: (ownGroup ? [ownGroup] : model.groups).map(({ name, rows }) => ({
      name,
      count: rows.length,
      first: rows.slice(0, FIRST),
    })),
  };
}
