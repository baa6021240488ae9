import protectionExpiry from '../../../jobs/protection-expiry.ts';
import { insertRecord } from '../../../src/db/change.ts';
import { insertClosing } from '../../../src/db/entry.repository.ts';
import { dateAt } from '../../../src/domain/calendar/date.ts';
import { workCalendar } from '../../../src/domain/calendar/workday.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import type { SealedReply } from '../../../src/rendering/reply.ts';
import { toText } from '../../../src/rendering/text.ts';
import { insertOrg } from '../../../src/services/org.service.ts';
import { makeApiToken } from '../../../src/services/session.service.ts';
import { workbookOf as tableOf } from '../workbook.ts';
import { type Bench, FOREIGN, NOW, ORG, type Saying } from './bench.ts';
import { MEMBERS, PROJECTS, ROSTER, ROSTER_HEAD } from './cast.ts';

/** What the story came to: the orgs and what the cases call things. */
export interface Told {
  readonly orgId: number;
  readonly foreignOrgId: number;
  readonly vars: Readonly<Record<string, string>>;
}

/** Lives through the fixture: both orgs come to stand as it says, by import and by commands, each on its day. */
export async function tell(bench: Bench): Promise<Told> {
  const orgId = await found(bench, '试验县', ORG, 'p.zhou', '周九');
  const foreignOrgId = await found(bench, '邻县', FOREIGN, 'q.zhou', '郑主任');
  const own = new Teller(bench, ORG);
  await roster(bench, own, orgId);
  const vars: Record<string, string> = { ...(await ledger(bench, own, orgId)), ...(await tasks(own)) };
  Object.assign(vars, await neighbours(bench, new Teller(bench, FOREIGN)), await buttons(bench, own));
  vars['token.org1'] = await makeApiToken(bench.database.db, orgId, '看板');
  vars['token.org2'] = await makeApiToken(bench.database.db, foreignOrgId, '看板');
  bench.at(NOW);
  return { orgId, foreignOrgId, vars };
}

/** Says lines that must be understood, and learns the numbers they were given. */
class Teller {
  private readonly bench: Bench;
  private readonly workspace: string;

  constructor(bench: Bench, workspace: string) {
    this.bench = bench;
    this.workspace = workspace;
  }

  async say(who: string, text: string, saying: Saying = {}): Promise<SealedReply> {
    const [reply] = await this.bench.say(who, text, { workspace: this.workspace, chat: 'g.setup', ...saying });
    if (!reply || reply.tone === 'refused') throw new Error(`${text}: ${reply ? toText(reply) : 'no reply'}`);
    return reply;
  }

  /** Says it and gives the number of the record it made, by its letter. */
  async made(letter: string, who: string, text: string): Promise<string> {
    const found = new RegExp(`${letter}\\d+`).exec(toText(await this.say(who, text)))?.[0];
    if (!found) throw new Error(`${text}: no number`);
    return found;
  }

  async press(who: string, reply: SealedReply, label: string, chat = 'g.setup'): Promise<SealedReply> {
    const token = reply.buttons?.find((button) => button.label === label)?.token;
    if (token === undefined) throw new Error(`no button ${label}: ${toText(reply)}`);
    return this.say(who, '', { press: token, chat });
  }

  async import(who: string, rows: readonly (readonly (string | number | null)[])[]): Promise<void> {
    const base64 = tableOf(rows).toString('base64');
    const preview = await this.say(who, '导入', { files: [{ name: '表.xlsx', mime: '', base64 }] });
    await this.press(who, preview, '确认');
  }
}

/** An org with its first person, as an operator sets it up. */
async function found(bench: Bench, name: string, workspace: string, key: string, admin: string): Promise<number> {
  const { db } = bench.database;
  const orgId = await insertOrg(db, { name });
  await db.insertInto('workspaces').values({ platform: 'memory', workspace, org_id: orgId }).execute();
  await bench.inOrg(orgId, (tx) => insertRecord(tx, 'people', { name: admin, role: 'admin', mobile: '13800000009' }));
  await bind(bench, orgId, 'memory', workspace, { [key]: admin });
  return orgId;
}

async function bind(
  bench: Bench,
  orgId: number,
  platform: string,
  workspace: string,
  names: Readonly<Record<string, string>>,
): Promise<void> {
  await bench.inOrg(orgId, async (tx) => {
    for (const [externalId, name] of Object.entries(names)) {
      const person = await tx.sql.selectFrom('people').select('id').where('name', '=', name).executeTakeFirstOrThrow();
      const account = { platform, workspace, external_id: externalId, person_id: person.id, org_id: orgId };
      await tx.sql
        .insertInto('identities')
        .values({ ...account, state: 'approved' })
        .execute();
    }
  });
}

async function roster(bench: Bench, own: Teller, orgId: number): Promise<void> {
  bench.at('2026-02-02T09:00:00+08:00');
  await own.import('p.zhou', [ROSTER_HEAD, ...ROSTER]);
  const names = Object.fromEntries(ROSTER.flatMap(([, , , , name], at) => (name ? [[MEMBERS[at] ?? name, name]] : [])));
  await bind(bench, orgId, 'memory', ORG, names);
  await own.say('p.zhou', '人员 停用 停用者');
  const accounts = { 张三: 'zhang', 李四: 'li', 王五: 'wang', 赵六: 'zhao', 钱七: 'qian', 孙八: 'sun', 周九: 'zhou' };
  const { db } = bench.database;
  for (const [platform, workspace, idOf] of [
    ['slack', 'T0EXAMPLE', (key: string) => `U0${key.toUpperCase()}`],
    ['wecom', 'wwexamplecorp0001', (key: string) => WECOM[key] ?? key],
  ] as const) {
    await db.insertInto('workspaces').values({ platform, workspace, org_id: orgId }).execute();
    const bound = Object.fromEntries(Object.entries(accounts).map(([name, key]) => [idOf(key), name]));
    await bind(bench, orgId, platform, workspace, bound);
  }
}

const WECOM: Readonly<Record<string, string>> = { zhang: 'zhangsan', zhou: 'zhoujiu', qian: 'qianqi', zhao: 'zhaoliu' };

async function ledger(bench: Bench, own: Teller, orgId: number): Promise<Record<string, string>> {
  const head = ['项目名称', '投资方', '责任单位', '总投资（万元）', '阶段', '联系人手机'];
  await own.import('p.qian', [head, ...PROJECTS.early]);
  bench.at('2026-05-06T09:00:00+08:00');
  await own.import('p.qian', [head, ...PROJECTS.late]);
  bench.at('2026-05-25T08:30:00+08:00');
  await expire(bench, orgId);
  const vars: Record<string, string> = {};
  for (const [key, name] of Object.entries(PROJECTS.keys)) {
    vars[key] = await own.made('X', 'p.qian', `查 ${name}`);
    vars[`${key}.n`] = vars[key]?.slice(1) ?? '';
  }
  for (const [day, line] of PROJECTS.moves) {
    bench.at(`2026-05-${day}T10:00:00+08:00`);
    const text = line.replace(/\{([\w.]+)\}/g, (_, key: string) => vars[key] ?? key);
    const project = /X\d+/.exec(text)?.[0] ?? '';
    await own.say('p.zhang', text);
    await own.say('p.qian', `核实 ${project}`);
  }
  const problem = async (key: string) =>
    own.made('W', 'p.zhang', `问题 ${vars[key]} 二期用地指标没有落实 发改局 6月30日前`);
  vars['w.open'] = await problem('x.prob');
  vars['w.done'] = await problem('x.signed');
  await own.say('p.zhang', `解决 ${vars['w.done']} 省厅已下达用地指标 120 亩`);
  vars['l.may'] = await own.made('L', 'p.zhang', `到位 ${vars['x.signed']} 1000万 5月20日`);
  await own.say('p.qian', `核实 ${vars['l.may']}`);
  const closed = new Date('2026-05-29T17:00:00+08:00');
  await bench.inOrg(orgId, (tx) => insertClosing(tx, '2026-05', closed, closed));
  bench.at('2026-06-06T10:00:00+08:00');
  vars['l.june'] = await own.made('L', 'p.zhang', `到位 ${vars['x.signed']} 800万 6月5日`);
  vars['l.rev'] = await own.made('L', 'p.zhang', `到位 ${vars['x.signed']} 10万 6月4日`);
  await own.say('p.zhang', `冲销 ${vars['l.rev']} 金额记错`);
  return { ...vars, 's.own': 'S1' };
}

/** The working morning on which the earliest lead loses its protection. */
async function expire(bench: Bench, id: number): Promise<void> {
  const now = bench.clock();
  const org = { id, name: '试验县', timeZone: 'Asia/Shanghai', settings: DEFAULT_SETTINGS, calendar: workCalendar() };
  await bench.inOrg(id, (tx) => protectionExpiry.run({ tx, org, now, today: dateAt(now, org.timeZone) }));
}

async function tasks(own: Teller): Promise<Record<string, string>> {
  const given = (who: string, what: string) => own.made('R', 'p.qian', `分派 @${who} 6月12日前 ${what}`);
  const vars: Record<string, string> = {
    'r.own': await given('李四', '报送用地方案'),
    'r.doing': await given('李四', '对接评审专家'),
    'r.wait': await given('李四', '整理企业名单'),
    'r.done': await given('李四', '报送参展名单'),
  };
  for (const key of ['r.doing', 'r.wait', 'r.done']) await own.say('p.li', `签收 ${vars[key]}`);
  for (const key of ['r.wait', 'r.done']) await own.say('p.li', `办结 ${vars[key]} 已办好`);
  await own.say('p.qian', `办结 ${vars['r.done']} 通过`);
  const called = await own.say('p.qian', '分派 @李四 6月12日前 陪同考察');
  vars['r.void'] = /R\d+/.exec(toText(called))?.[0] ?? '';
  await own.press('p.qian', called, '撤回任务');
  vars['r.other'] = await given('赵六', '准备路演材料');
  await own.say('p.zhao', `签收 ${vars['r.other']}`);
  return vars;
}

/** The other org has so many records that its last numbers mean nothing in ours. */
async function neighbours(bench: Bench, other: Teller): Promise<Record<string, string>> {
  await other.import('q.zhou', [ROSTER_HEAD, ['邻县镇', '乡镇街道', '', '', '吴十', '', '成员', '13800000019']]);
  const rows = Array.from({ length: 60 }, (_, at) => [
    `邻县项目${at + 1}`,
    `邻县某公司${at + 1}`,
    '邻县镇',
    100,
    '在谈',
    null,
  ]);
  await other.import('q.zhou', [['项目名称', '投资方', '责任单位', '总投资（万元）', '阶段', '联系人手机'], ...rows]);
  const lines = Array.from({ length: 40 }, (_, at) => `分派 @吴十 6月12日前 邻县事项${at + 1}`);
  const all = await bench.say('q.zhou', lines.join('\n'), { workspace: FOREIGN });
  const draft = await other.say('q.zhou', '录入 邻县新来有限公司 投资1亿');
  const last = all.at(-1);
  const task = last ? /R\d+/.exec(toText(last))?.[0] : undefined;
  const project = await other.made('X', 'q.zhou', '查 邻县项目60');
  return {
    'x.foreign': project,
    'x.foreign.n': project.slice(1),
    'r.foreign': task ?? '',
    'r.foreign.id': task?.slice(1) ?? '',
    'b.foreign': tokenOf(draft),
  };
}

const tokenOf = (reply: SealedReply): string => reply.buttons?.[0]?.token ?? '';

async function buttons(bench: Bench, own: Teller): Promise<Record<string, string>> {
  const draft = async (who: string, words: string) =>
    tokenOf(await own.say(who, `录入 ${words} 投资1亿`, { chat: 'g.cards' }));
  bench.at('2026-04-20T10:00:00+08:00');
  const expired = await draft('p.zhang', '廊坊旧事有限公司');
  bench.at('2026-06-10T09:30:00+08:00');
  return {
    'b.expired': expired,
    'b.fresh': await draft('p.zhang', '衡水新来有限公司'),
    'b.fresh2': await draft('p.zhang', '承德另来有限公司'),
    'b.other': await draft('p.zhao', '张家口他来有限公司'),
  };
}
