import { insertRecord } from '../../src/db/change.ts';
import { inOrg } from '../../src/db/org-transaction.ts';
import { button, type Seen, type TestBot, testBot } from '../support/bot.ts';
import { testDatabase } from '../support/database.ts';

/** The small world that the bad-input cases assume, made by people's messages, with the real numbers by their keys. */
export interface World {
  readonly bot: TestBot;
  /** "x.own" → "X1". */
  readonly numbers: Readonly<Record<string, string>>;
}

const NOW = '2026-06-10T10:00:00+08:00';

/** "p.zhang" → who speaks. */
export const PEOPLE: Readonly<Record<string, string>> = {
  'p.zhang': '张三',
  'p.li': '李四',
  'p.wang': '王五',
  'p.zhao': '赵六',
  'p.qian': '钱七',
  'p.qian2': '钱七二',
  'p.sun': '孙八',
  'p.zhou': '周九',
  'p.out': '外人',
};

/** Makes it. */
export async function badWorld(): Promise<World> {
  const bot = await testBot();
  const numbers: Record<string, string> = {};
  const sure = async (who: string, text: string, at = NOW): Promise<Seen> => {
    bot.at(at);
    const seen = await bot.says(who, text);
    if (seen.reply.tone === 'refused') throw new Error(`${text}: ${seen.text}`);
    return seen;
  };
  const lead = async (who: string, text: string, at: string): Promise<string> => {
    const shown = await sure(who, `录入 ${text}`, at);
    const done = await bot.presses(who, button(shown, '确认') ?? button(shown, '仍要录入'));
    if (!done.record) throw new Error(`${text}: ${done.text}`);
    return done.record;
  };
  const stage = async (who: string, number: string, words: string, at: string): Promise<void> => {
    await sure(who, `阶段 ${number} ${words}`, at);
    await sure('钱七', `核实 ${number}`, at);
  };
  const MAY = '2026-05-06T10:00:00+08:00';

  numbers['x.own'] = await lead('张三', '河北华辰新能源科技有限公司拟投资12亿元建设华辰光伏组件项目', MAY);
  await stage('张三', numbers['x.own'], '在谈 5月6日', MAY);
  numbers['x.signed'] = await lead('张三', '邯郸冀南铸业有限公司拟投资6亿元建设冀南铸件项目', MAY);
  await stage('张三', numbers['x.signed'], '在谈 5月6日', MAY);
  await stage('张三', numbers['x.signed'], '签约 5亿 5月6日', MAY);
  numbers['x.other'] = await lead(
    '赵六',
    '山东鲁泰装备股份有限公司拟投资2亿元建设鲁泰装备项目，联系人吴总13812345678',
    MAY,
  );
  await stage('赵六', numbers['x.other'], '在谈 5月6日', MAY);
  numbers['x.pool'] = await lead('赵六', '天津远洋物流有限公司拟投资1亿元建设公海项目', '2026-02-01T10:00:00+08:00');
  numbers['x.lost'] = await lead('张三', '沙河安达玻璃有限公司拟投资1亿元建设玻璃项目', MAY);
  await stage('张三', numbers['x.lost'], '流失 资金 5月6日', MAY);
  numbers['x.prob'] = await lead('张三', '永年瑞通标准件有限公司拟投资1亿元建设标准件项目', MAY);
  for (const words of ['在谈 5月6日', '签约 1亿 5月6日', '落地 5月6日', '开工 5月6日'])
    await stage('张三', numbers['x.prob'], words, MAY);
  await sure('张三', `问题 ${numbers['x.prob']} 用地指标没有落实 发改局 6月30日前`, MAY);
  await bot.inOrg((tx) =>
    tx.sql
      .updateTable('projects')
      .set({ unit_id: null, pool_since: '2026-05-01' as never, pool_from_unit_id: bot.units.城东街道 ?? null })
      .where('name', '=', '公海项目')
      .execute(),
  );

  const task = async (to: string, text: string): Promise<string> => {
    const done = await sure('钱七', `分派 @${to} 6月19日前 ${text}`);
    if (!done.record) throw new Error(done.text);
    return done.record;
  };
  numbers['r.own'] = await task('李四', '报送用地方案');
  for (const key of ['r.doing', 'r.wait', 'r.done', 'r.void']) numbers[key] = await task('李四', `事项${key}`);
  numbers['r.other'] = await task('赵六', '报送材料');
  for (const key of ['r.doing', 'r.wait', 'r.done']) await sure('李四', `签收 ${numbers[key]}`);
  await sure('赵六', `签收 ${numbers['r.other']}`);
  for (const key of ['r.wait', 'r.done']) await sure('李四', `办结 ${numbers[key]} 已经办好`);
  await sure('钱七', `办结 ${numbers['r.done']} 通过`);
  const problem = await sure('张三', `问题 ${numbers['x.signed']} 变压器没有增容 发改局 6月30日前`);
  numbers['w.done'] = problem.record ?? '';
  await sure('张三', `解决 ${numbers['w.done']} 已增容`);

  const entry = async (text: string, at = NOW): Promise<string> => {
    const done = await sure('张三', text, at);
    if (!done.record) throw new Error(done.text);
    return done.record;
  };
  numbers['l.may'] = await entry(`到位 ${numbers['x.signed']} 1000万 5月20日`, '2026-05-20T10:00:00+08:00');
  await sure('钱七', `核实 ${numbers['l.may']}`, '2026-05-20T10:00:00+08:00');
  numbers['l.june'] = await entry(`到位 ${numbers['x.signed']} 800万 6月5日`);
  numbers['l.rev'] = await entry(`到位 ${numbers['x.signed']} 10万 6月4日`);
  await sure('钱七', `核实 ${numbers['l.rev']}`);
  await sure('钱七', `冲销 ${numbers['l.rev']} 记错`);
  numbers['x.foreign'] = await neighbour();
  bot.at(NOW);
  return { bot, numbers };
}

/** A project of another org, with a number that this org does not have. */
async function neighbour(): Promise<string> {
  const { db } = await testDatabase();
  const other = await testBot();
  const day = '2026-06-01' as never;
  const at = new Date(NOW);
  await inOrg(db, other.orgId, (tx) => tx.sql.insertInto('counters').values({ kind: 'X', value: 900 }).execute());
  const row = await other.inOrg((tx) =>
    insertRecord(
      tx,
      'projects',
      {
        name: '邻县项目',
        investor: '邻县某公司',
        stage: '在谈',
        stage_on: day,
        first_reported_at: at,
        protected_from: at,
        last_progress_on: day,
      },
      'X',
    ),
  );
  return `X${row.id}`;
}
