/** member 成员, liaison 联络员, head 单位负责人, leader 领导, staff 投促中心, admin 管理员. */
export type Role = 'member' | 'liaison' | 'head' | 'leader' | 'staff' | 'admin';

/** The roles in Chinese, as rosters and cards write them. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  member: '成员',
  liaison: '联络员',
  head: '单位负责人',
  leader: '领导',
  staff: '投促中心',
  admin: '管理员',
};

/**
 * What a command needs. `look`: read · `report`: write about one's own unit's records · `claim`: take from the pool ·
 * `verify`: 核实, 退回, skip or move back a stage · `dispatch`: give tasks · `publish`: post reports ·
 * `set-up`: units, people, targets, subscriptions, imports · `any`: also people who are not bound yet.
 */
export type Ability = 'any' | 'look' | 'report' | 'claim' | 'verify' | 'dispatch' | 'publish' | 'set-up';

/** own: only records of the person's own unit; all: any unit's; none: never. */
export type Reach = 'none' | 'own' | 'all';

const STAFF = {
  any: 'all',
  look: 'all',
  report: 'all',
  claim: 'all',
  verify: 'all',
  dispatch: 'all',
  publish: 'all',
  'set-up': 'all',
} as const satisfies Record<Ability, Reach>;

const MEMBER = {
  any: 'all',
  look: 'all',
  report: 'own',
  claim: 'own',
  verify: 'none',
  dispatch: 'none',
  publish: 'none',
  'set-up': 'none',
} as const satisfies Record<Ability, Reach>;

/** The one table of permissions (spec/domain.md section 1). */
const REACH: Readonly<Record<Role, Readonly<Record<Ability, Reach>>>> = {
  member: MEMBER,
  liaison: MEMBER,
  head: { ...MEMBER, dispatch: 'own' },
  leader: { ...MEMBER, report: 'none', claim: 'none', dispatch: 'all' },
  staff: STAFF,
  admin: STAFF,
};

/** How far a role's ability goes. */
const reachOf = (role: Role, ability: Ability): Reach => REACH[role][ability];

/** Who acts. `unitId` null for people outside any unit (most leaders). */
export interface Actor {
  readonly personId: number;
  readonly name: string;
  readonly role: Role;
  readonly unitId: number | null;
}

/** Whether the person may use the ability at all (on something). */
export const mayEver = (actor: Pick<Actor, 'role'>, ability: Ability): boolean =>
  reachOf(actor.role, ability) !== 'none';

/** Whether the person may use it on a record of this unit (null: a record without unit, such as one in the pool). */
export function may(actor: Pick<Actor, 'role' | 'unitId'>, ability: Ability, unitId: number | null): boolean {
  const far = reachOf(actor.role, ability);
  return far === 'all' || (far === 'own' && unitId !== null && unitId === actor.unitId);
}
