import { expect, test, vi } from 'vitest';
import flags from '../../../jobs/quarterly-flags.ts';
import yellow from '../../../jobs/yellow-flags.ts';
import { loadOrg } from '../../../src/db/org.repository.ts';
import { date } from '../../../src/domain/calendar/date.ts';
import { workCalendar } from '../../../src/domain/calendar/workday.ts';
import type { Post, Posting } from '../../../src/queue/define.ts';
import { toText } from '../../../src/rendering/text.ts';
import type { TestBot } from '../../support/bot.ts';
import { aMonth } from '../../support/month.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A June whose scheme gives the last of each group of two or more a yellow flag; the month is closed. */
async function aQuarter(): Promise<TestBot> {
  const bot = await aMonth();
  const scheme = {
    id: 'y',
    title: '考评',
    items: [{ id: '到位资金', full: 100, rule: { kind: 'completion', actual: 'funds', target: 'funds_target' } }],
    rank: { by: [{ value: 'total' }], within: 'group' },
    awards: [
      { name: '红旗', top: 1 },
      { name: '黄旗', bottom: 1, min_units: 2, unless: ['红旗'] },
    ],
  };
  const base64 = Buffer.from(JSON.stringify({ name: '综合榜', scheme, who: { groups: ['乡镇组'] } })).toString(
    'base64',
  );
  await bot.says('钱七', '方案', { files: [{ name: 'a.json', mime: 'application/json', base64 }] });
  await bot.says('钱七', '方案 启用 综合榜 本月');
  await bot.inOrg((tx) => tx.sql.updateTable('people').set({ role: 'head' }).where('name', '=', '赵六').execute());
  return bot;
}

async function run(bot: TestBot, post: Post, day: string): Promise<readonly Posting[]> {
  const org = { ...(await bot.inOrg(loadOrg)), calendar: workCalendar() };
  const [due] = post.due(date(day), org);
  if (!due) throw new Error('not due');
  bot.at(due.at);
  const chats = [{ id: bot.groupId, name: '群', unitId: null }];
  return bot.inOrg((tx) => post.run({ tx, org, due, now: due.at, today: date(day), chats }));
}

const said = (postings: readonly Posting[], person?: number) =>
  postings
    .filter(({ to }) => ('personId' in to ? to.personId : undefined) === person)
    .map(({ reply }) => toText({ ...reply, mentions: [] }))
    .join('\n');

test('the head sees a yellow flag a day before the group does, and it makes a task', async () => {
  const bot = await aQuarter();
  const first = await run(bot, flags, '2026-07-01');
  expect(said(first)).toContain('红旗 第1 临洺关镇 80.00分');
  expect(said(first)).toContain('黄旗 1 家，正在和有关单位核对，7月2日公布');
  expect(said(first)).toContain('［图片］');
  expect(said(first)).not.toContain('城东街道');
  expect(said(first, bot.people.赵六)).toContain('请核对：城东街道2026年二季度拟列黄旗（乡镇组第 2，10.00 分）');
  expect((await bot.says('赵六', '我的')).text).not.toContain('黄旗整改');
  const second = await run(bot, yellow, '2026-07-02');
  expect(said(second)).toContain('黄旗 第2 城东街道 10.00分');
  expect(said(second)).toMatch(/［图片］.*黄旗 城东街道/);
  const mine = (await bot.says('赵六', '我的')).text;
  expect(mine).toContain('黄旗整改：2026年二季度组内第 2');
  expect(mine).toContain('7月9日');
});

test('until the check is over nobody in a group sees a yellow flag, whatever is asked', async () => {
  const bot = await aQuarter();
  const asked = async () =>
    (await Promise.all(['季榜 二季度', '排行 二季度', '月报 6月', '排行 6月'].map((line) => bot.says('钱七', line))))
      .map(({ text }) => text)
      .join('\n');
  expect(await asked()).not.toMatch(/黄旗(?:】| 第)/);
  await run(bot, flags, '2026-07-01');
  expect(await asked()).not.toMatch(/黄旗(?:】| 第)/);
  expect((await bot.says('张三', '季榜 二季度')).text).toContain('7月2日公布');
  await run(bot, yellow, '2026-07-02');
  expect((await bot.says('张三', '季榜 二季度')).text).toContain('黄旗 第2 城东街道');
});

test('an objection is on record, answered once, and upheld takes the flag away', async () => {
  const bot = await aQuarter();
  expect((await bot.says('赵六', '异议 数字不对')).text).toContain('现在没有待核对的黄旗');
  await run(bot, flags, '2026-07-01');
  expect((await bot.says('赵六', '异议')).text).toContain('异议要写理由');
  expect((await bot.says('张三', '异议 我们不该排第一')).text).toContain('现在没有待核对的黄旗');
  expect((await bot.says('赵六', '异议 6月12日到位的5000万没有计入')).text).toContain('已记录异议 1');
  expect((await bot.says('赵六', '异议 成立 1')).text).toContain('不能');
  expect((await bot.says('钱七', '异议')).text).toContain('1 城东街道（待答复）：6月12日到位的5000万没有计入');
  expect((await bot.says('钱七', '异议 成立 1 已补核')).text).toContain('异议 1：城东街道（成立）');
  expect((await bot.says('钱七', '异议 不成立 1')).text).toContain('异议 1：城东街道（成立）');
  const told = said(await run(bot, yellow, '2026-07-02'));
  expect(told).toContain('核对后没有单位列入黄旗');
  expect(told).toContain('提出异议 1 件：成立 1，不成立 0，未答复 0');
  expect((await bot.says('赵六', '我的')).text).not.toContain('黄旗整改');
  expect((await bot.says('赵六', '异议 再提一次')).text).toContain('已过核对时间');
});

test('an office that checks nothing quietly tells both at once', async () => {
  const bot = await aQuarter();
  await bot.says('钱七', '设置 黄旗核对 0小时');
  expect(said(await run(bot, flags, '2026-07-01'))).toContain('黄旗 第2 城东街道 10.00分');
  const org = { ...(await bot.inOrg(loadOrg)), calendar: workCalendar() };
  expect(yellow.due(date('2026-07-02'), org)).toEqual([]);
});

test('a published month makes a task for each unit with a task that signed nothing', async () => {
  const bot = await aMonth();
  await bot.says('钱七', '目标 发改局 签约 5个');
  await bot.says('钱七', '月报 发布');
  const tasks = await bot.inOrg((tx) => tx.sql.selectFrom('tasks').select(['title', 'unit_id', 'source']).execute());
  expect(tasks).toEqual([
    {
      title: '白卷整改：2026年6月没有新签约、新开工，请说明原因、下步措施和时限',
      unit_id: bot.units.发改局,
      source: 'blank-sheet',
    },
  ]);
});
