import { expect, test, vi } from 'vitest';
import campaign from '../../../jobs/campaign.ts';
import { loadOrg } from '../../../src/db/org.repository.ts';
import { addDays, type CalendarDate, date } from '../../../src/domain/calendar/date.ts';
import { workCalendar } from '../../../src/domain/calendar/workday.ts';
import { toText } from '../../../src/rendering/text.ts';
import { button, type TestBot } from '../../support/bot.ts';
import { anEntry } from '../../support/measured.ts';
import { aMonth } from '../../support/month.ts';

vi.setConfig({ testTimeout: 60_000 });

async function posted(bot: TestBot, day: CalendarDate): Promise<string> {
  const org = { ...(await bot.inOrg(loadOrg)), calendar: workCalendar() };
  const [due] = campaign.due(day, org);
  if (!due) return '';
  const chats = [{ id: bot.groupId, name: '群', unitId: null }];
  const run = campaign.run;
  const postings = await bot.inOrg((tx) => run({ tx, org, due, now: due.at, today: day, chats }));
  return postings.map(({ reply }) => toText({ ...reply, mentions: [] })).join('\n');
}

test('a campaign has its days, its own board of what was won in them, and a countdown', async () => {
  const bot = await aMonth();
  expect((await bot.says('张三', '攻坚')).text).toContain('现在没有攻坚行动');
  expect((await bot.says('钱七', '攻坚 夏季行动 6月5日-8月14日')).text).toContain('已发起：夏季行动');
  await anEntry(bot, 2, { kind: 'funds', amount: '30000', on: '2026-06-04', unit: '城东街道' });
  const board = await bot.says('张三', '攻坚');
  const { text } = board;
  expect(text).toContain('夏季行动战报：第 6 天，还剩 65 天（共 71 天）');
  expect(text).toMatch(/1 \| 临洺关镇 \| 30\.00 \| 0 \| 8000\n2 \| 城东街道 \| 3\.75 \| 0 \| 1000/);
  const figures = await bot.presses('钱七', button(board, '口径'));
  const behind = await bot.presses('钱七', button(figures, '到位资金'));
  expect(behind.reply.title).toBe('全部单位 到位资金：9000万元');
  expect(behind.text).toContain('计 6月5-10日（2026年）');
  expect(behind.text).not.toContain('3亿元');
  expect((await bot.says('钱七', '口径 城东街道 到位 6月1日-6月10日')).reply.title).toBe('城东街道 到位资金：3.1亿元');
  expect((await bot.says('钱七', '攻坚 夏季行动 6月5日-8月14日')).text).toContain('已经在进行');
  expect((await bot.says('张三', '攻坚 秋季行动 9月1日-9月30日')).text).toContain('您的角色不能使用');
  expect((await bot.says('钱七', '攻坚 去年行动 2025年5月1日-2025年5月9日')).text).toContain('起止日期不对');
  expect((await bot.says('钱七', '攻坚 结束')).text).toContain('已定收官日：夏季行动');
  expect((await bot.says('张三', '战报')).text).toContain('共 6 天，今天收官');
});

test('the weekly one is told of on the last workday of each week and on its last day, a day off moving it on', async () => {
  const bot = await aMonth();
  await bot.says('钱七', '攻坚 夏季行动 6月8日-6月20日');
  const days = Array.from({ length: 20 }, (_, n) => addDays(date('2026-06-05'), n));
  const told: string[] = [];
  for (const day of days) if (await posted(bot, day)) told.push(day);
  expect(told).toEqual(['2026-06-12', '2026-06-18', '2026-06-22']);
  await bot.says('钱七', '攻坚 单月攻坚 6月9日-6月11日 每天');
  const daily = await posted(bot, date('2026-06-10'));
  expect(daily).toContain('单月攻坚战报：第 2 天，还剩 1 天');
  expect(daily).toMatch(/［图片］.*单月攻坚/);
  expect(await posted(bot, date('2026-06-12'))).not.toContain('单月攻坚');
});

test('a campaign may go by a board of its own', async () => {
  const bot = await aMonth();
  expect((await bot.says('钱七', '攻坚 夏季行动 6月5日-8月14日 用 没有的榜')).text).toContain('没有叫“没有的榜”的榜');
  const board = {
    name: '到位榜',
    scheme: { id: 'f', title: '到位', rank: { by: [{ value: 'funds' }] }, show: { funds: { places: 1 } } },
  };
  const base64 = Buffer.from(JSON.stringify(board)).toString('base64');
  await bot.says('钱七', '方案', { files: [{ name: 'a.json', mime: 'application/json', base64 }] });
  await bot.says('钱七', '方案 启用 到位榜 本月');
  await bot.says('钱七', '攻坚 夏季行动 6月5日-8月14日 每天 用 到位榜');
  expect((await bot.says('张三', '攻坚')).text).toContain('1 | 临洺关镇 | 8000.0');
});
