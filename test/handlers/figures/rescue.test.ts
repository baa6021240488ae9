import { expect, test } from 'vitest';
import rescue from '../../../jobs/rescue-list.ts';
import { loadOrg } from '../../../src/db/org.repository.ts';
import { date } from '../../../src/domain/calendar/date.ts';
import { workCalendar } from '../../../src/domain/calendar/workday.ts';
import { toText } from '../../../src/rendering/text.ts';
import { aMonth } from '../../support/month.ts';
import { aProject } from '../../support/project.ts';

async function waiting() {
  const bot = await aMonth();
  const id = await aProject(bot, { name: '宏图纺织项目', unit: '城东街道' });
  await bot.says('赵六', `阶段 X${id} 签约 30亿 6月9日`);
  await bot.says('赵六', '到位 X2 8000万 6月9日 凭证号 12345');
  return bot;
}

test('a head sees what waits, which proof is missing and what hangs on it; staff all of it, most points first', async () => {
  const bot = await waiting();
  const { text } = await bot.says('赵六', '抢救单');
  expect(text).toContain('抢救单：城东街道有 2 项已填报还没核实，6月30日结账，都核实后可从乡镇组第 2 到第 1');
  expect(text).toMatch(/X3 宏图纺织项目 签约 30亿元，缺合同，\d+\.\d\d 分/);
  expect(text).toMatch(/L3 鲁泰装备项目 到位资金 8000万元/);
  const queue = (await bot.says('钱七', '抢救单')).text;
  expect(queue).toContain('待核实 2 项');
  expect(queue.indexOf('X3')).toBeLessThan(queue.indexOf('L3'));
  expect((await bot.says('张三', '抢救单')).text).toContain('临洺关镇没有待核实的填报');
});

test('three workdays before the closing it goes to the heads concerned and to staff, not to groups', async () => {
  const bot = await waiting();
  await bot.inOrg((tx) => tx.sql.updateTable('people').set({ role: 'head' }).where('name', '=', '赵六').execute());
  const org = { ...(await bot.inOrg(loadOrg)), calendar: workCalendar() };
  const [due] = rescue.due(date('2026-06-25'), org);
  if (!due) throw new Error('not due');
  bot.at(due.at);
  const postings = await bot.inOrg((tx) =>
    rescue.run({ tx, org, due, now: due.at, today: date('2026-06-25'), chats: [] }),
  );
  const texts = postings.map(({ to, reply }) => [
    'personId' in to ? to.personId : 0,
    toText({ ...reply, mentions: [] }).slice(0, 11),
  ]);
  expect(texts).toEqual([
    [bot.people.赵六, '抢救单：城东街道有 2'],
    [bot.people.钱七, '抢救单：6月30日结账'],
    [bot.people.钱七二, '抢救单：6月30日结账'],
  ]);
});

test('我的排名 says what waits and counts the steps up from there', async () => {
  const bot = await waiting();
  const { text } = await bot.says('赵六', '我的排名');
  expect(text).toContain('城东街道：乡镇组第 2');
  expect(text).toContain('另有 2 项已填报待核实（到位资金 1 项、签约 1 项），都核实后可到第 1');
  expect(text).not.toContain('可升至');
});
