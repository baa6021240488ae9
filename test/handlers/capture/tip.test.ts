import { beforeEach, expect, test } from 'vitest';
import { button, type TestBot, testBot } from '../../support/bot.ts';
import { buttonTold, toldTo } from '../../support/outbox.ts';

const TIP = '荐商 天津远洋物流有限公司想来投2亿建仓储，刘总13900001111，我是王强';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot({ settings: { outsideLeads: '开' } });
});

const outside = (text: string) => bot.says('outsider', text, { chat: '私聊' });
const projects = () =>
  bot.inOrg((tx) => tx.sql.selectFrom('projects').select(['investor', 'referrer', 'unit_id', 'pool_since']).execute());

test('somebody who is not bound gets a receipt; nothing is a record before staff take it into the pool', async () => {
  const given = await outside(TIP);
  expect(given.text).toContain('已收到，回执 T1');
  expect(await projects()).toEqual([]);
  const taken = await bot.presses('钱七', await buttonTold(bot, '钱七', '收为线索'));
  expect(taken.text).toContain('已收为线索 X1');
  expect(await projects()).toEqual([
    { investor: '天津远洋物流有限公司', referrer: '王强', unit_id: null, pool_since: '2026-06-10' },
  ]);
  expect((await toldTo(bot, 'outsider')).at(-1)).toContain('回执 T1：已采纳');
  expect((await bot.says('张三', '认领 X1')).text).toContain('已认领');
});

test('said without the word, and twice, it is one tip', async () => {
  await outside(TIP.replace('荐商 ', ''));
  expect((await outside(TIP)).text).toContain('回执 T1');
  expect((await bot.says('钱七', '荐商')).text).toContain('待处理的社会线索 1 条');
});

test('a tip is declined with words that its giver reads', async () => {
  await outside(TIP);
  const asked = await bot.presses('钱七', await buttonTold(bot, '钱七', '不采纳'));
  expect(asked.text).toContain('为什么不采纳');
  expect((await bot.says('钱七', '与在谈项目重复')).text).toContain('没有采纳：与在谈项目重复');
  expect((await outside('荐商 T1')).text).toContain('没有采纳：与在谈项目重复');
  expect(await projects()).toEqual([]);
});

test('a likely double is shown to staff first', async () => {
  await bot.says('张三', '录入 天津远洋物流有限公司 投资2亿建仓储，刘总13900001111');
  await bot.says('张三', '确认');
  await outside(TIP);
  const seen = await bot.presses('钱七', await buttonTold(bot, '钱七', '收为线索'));
  expect(seen.text).toContain('可能重复：X1');
  expect((await bot.presses('钱七', button(seen, '仍收为线索'))).text).toContain('已收为线索 X2');
});

test.each([
  ['small talk', '在忙什么呢今天天气不错', '还没看出是什么线索'],
  ["another's receipt", '荐商 T9', '没有回执 T9'],
  ['binding is still binding', '绑定 张三 13800000000', '已提交绑定申请'],
])('%s: %s', async (_, said, words) => {
  expect((await outside(said)).text).toContain(words);
});

test('five a day, no more', async () => {
  for (let at = 1; at <= 5; at += 1) await outside(`${TIP} 第${at}条`);
  expect((await outside(`${TIP} 又一条`)).text).toContain('今天已收到您 5 条');
});

test('it is off unless the office opens it', async () => {
  bot = await testBot();
  expect((await outside(TIP)).text).toContain('还没有开放');
  expect((await outside('录入 天津远洋物流有限公司 投资2亿')).text).toContain('还不认识您');
  expect((await bot.says('周九', '设置 社会线索 开')).text).toContain('社会线索');
  expect((await outside(TIP)).text).toContain('回执 T1');
});

test('who is bound reports leads the usual way; nobody but staff sees what waits', async () => {
  await outside(TIP);
  expect((await bot.says('张三', '荐商')).text).toContain('请直接用“录入”');
});
