import { insertRecord } from '../../db/change.ts';
import { insertIdentity } from '../../db/identity.repository.ts';
import { insertChat } from '../../db/org.repository.ts';
import { listPeople } from '../../db/roster.repository.ts';
import { decimal } from '../../domain/money/decimal.ts';
import type { Role } from '../../domain/org/access.ts';
import type { OrgTx } from '../transaction.ts';
import type { Random } from './random.ts';
import { CENTRE, GIVEN, OFFICES, SURNAMES, TOWNS } from './words.ts';

/** A unit of the sample org with its people's numbers. */
export interface SampleUnit {
  readonly id: number;
  readonly name: string;
  readonly people: readonly number[];
}

/** Who there is. */
export interface SampleRoster {
  readonly units: readonly SampleUnit[];
  readonly staff: readonly number[];
  readonly leaders: readonly number[];
}

const POSTS: Readonly<Record<string, string>> = {
  head: '书记',
  liaison: '招商联络员',
  member: '招商专员',
  staff: '科长',
  leader: '副县长',
  admin: '系统管理员',
};

/** The main group's name: what programs get when they name no chat. */
export const MAIN_CHAT = '招商引资工作群';

/** Where the sample org's chats are. */
export interface Place {
  readonly platform: string;
  readonly workspace: string;
}

/** Units in two groups, more than sixty people with invented names and mobiles, targets, chats with subscriptions. */
export async function fillRoster(tx: OrgTx, random: Random, year: number, place: Place): Promise<SampleRoster> {
  const names = nameMaker(random);
  let mobile = 0;
  const person = async (unitId: number | null, role: Role, name = names()): Promise<number> => {
    mobile += 1;
    const title = role === 'head' && unitId !== null && unitId > TOWNS.length ? '局长' : (POSTS[role] ?? null);
    const row = await insertRecord(tx, 'people', {
      name,
      title,
      unit_id: unitId,
      role,
      mobile: `1990000${String(mobile).padStart(4, '0')}`,
    });
    return row.id;
  };
  const centre = await insertRecord(tx, 'units', { name: CENTRE, kind: '区直部门', sort_order: 99, assessed: false });
  const staff = [await person(centre.id, 'staff'), await person(centre.id, 'staff'), await person(centre.id, 'staff')];
  const units: SampleUnit[] = [];
  for (const [at, name] of [...TOWNS, ...OFFICES].entries()) {
    const town = at < TOWNS.length;
    const kind = town ? '乡镇街道' : name.includes('管委会') ? '园区开发区' : '区直部门';
    const row = await insertRecord(tx, 'units', {
      name,
      kind,
      ranking_group: town ? '乡镇组' : '部门组',
      aliases: aliasesOf(name),
      sort_order: at,
    });
    const people = [await person(row.id, 'head'), await person(row.id, 'liaison'), await person(row.id, 'member')];
    units.push({ id: row.id, name, people });
    await fillTargets(tx, random, row.id, year, name.includes('经开区') ? 3 : town ? 1 : 2);
  }
  const leaders = [
    await person(null, 'leader', '孙立群'),
    await person(null, 'leader', '何长河'),
    await person(null, 'leader', '梁秋实'),
  ];
  await person(centre.id, 'admin');
  await fillChats(tx, units, centre.id, place);
  if (place.platform !== 'web') await giveIdentities(tx, place);
  return { units, staff, leaders };
}

const aliasesOf = (name: string): string[] =>
  name === '经开区管委会' ? ['经开区', '开发区'] : [name.replace(/[镇乡局]$/, '')];

function nameMaker(random: Random): () => string {
  const used = new Set<string>();
  return () => {
    for (;;) {
      const name = random.pick(SURNAMES) + random.pick(GIVEN);
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
}

async function fillTargets(tx: OrgTx, random: Random, unitId: number, year: number, scale: number): Promise<void> {
  const targets = {
    'signed-count': 3 + scale,
    'signed-amount': (random.between(4, 9) * scale + 4) * 10_000,
    funds: random.between(9, 18) * scale * 1000 + 8000,
    'started-count': 1 + scale,
    'foreign-capital': random.between(2, 6) * 10 * scale,
  };
  for (const [metric, annual] of Object.entries(targets)) {
    for (const of of [year, year - 1])
      await insertRecord(tx, 'targets', { unit_id: unitId, metric, year: of, annual: decimal(annual) });
  }
}

async function fillChats(tx: OrgTx, units: readonly SampleUnit[], centre: number, place: Place): Promise<void> {
  const web = { ...place, kind: 'group' as const };
  await insertChat(tx, {
    ...web,
    externalId: 'main',
    name: MAIN_CHAT,
    subscriptions: ['今日待办', '周报', '月报', '季榜', '白卷预警', '链上活动', '顶格推进', '半年'],
  });
  await insertChat(tx, {
    ...web,
    externalId: 'staff',
    name: '投促中心内部群',
    unitId: centre,
    subscriptions: ['周报', '今日待办'],
  });
  const first = units[0];
  if (first)
    await insertChat(tx, {
      ...web,
      externalId: 'town',
      name: `${first.name}招商群`,
      unitId: first.id,
      subscriptions: ['今日待办'],
    });
}

/** Everybody's identity on a platform that does not give them by itself: "p" and the person's number. */
async function giveIdentities(tx: OrgTx, { platform, workspace }: Place): Promise<void> {
  for (const { id } of await listPeople(tx)) {
    await insertIdentity(tx, {
      platform,
      workspace,
      externalId: `p${id}`,
      personId: id,
      state: 'approved',
      askedAt: new Date(0),
      approvedBy: null,
    });
  }
}
