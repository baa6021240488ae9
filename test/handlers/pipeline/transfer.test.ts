import { beforeEach, expect, test } from 'vitest';
import { unitFacts } from '../../../src/db/facts.repository.ts';
import { shareWholly } from '../../../src/db/project-history.repository.ts';
import { date } from '../../../src/domain/calendar/date.ts';
import { type Seen, type TestBot, testBot } from '../../support/bot.ts';
import { buttonTold } from '../../support/outbox.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, {
    name: '华辰光伏组件项目',
    unit: '临洺关镇',
    row: { stage: '签约', agreement_wan: '100000' as never },
  });
  await bot.inOrg((tx) => shareWholly(tx, 1, bot.units.临洺关镇 ?? 0, date('2026-01-01')));
});

/** Presses what somebody was told, in one's own name. */
const pressed = async (who: string, label: string, told = who): Promise<Seen> =>
  bot.presses(who, await buttonTold(bot, told, label), { chat: '私聊' });

const state = () =>
  bot.inOrg((tx) => tx.sql.selectFrom('transfers').select(['state', 'from_share']).executeTakeFirst());

test('both sides and staff agree, and from then on every figure is split', async () => {
  const asked = await bot.says('张三', '流转 X1 城东街道 40:60 本镇没有工业用地');
  expect(asked.text).toContain('转出：临洺关镇 40.0%');
  expect(await state()).toMatchObject({ state: 'proposed' });
  expect((await pressed('赵六', '同意接收')).text).toContain('流转待投促中心确认');
  expect((await pressed('钱七', '确认流转')).text).toContain('已流转');
  await bot.says('赵六', '到位 X1 1000万 6月10日');
  await bot.says('钱七', '核实 L1');
  const figures = await bot.inOrg((tx) =>
    unitFacts(tx, { from: date('2026-06-01'), to: date('2026-06-30'), cutOff: new Date('2026-07-01T00:00:00Z') }),
  );
  expect(figures.get(bot.units.临洺关镇 ?? 0)?.funds).toBe('400');
  expect(figures.get(bot.units.城东街道 ?? 0)?.funds).toBe('600');
});

test('nothing changes before the other unit and staff have agreed, and nobody may agree for them', async () => {
  await bot.says('张三', '流转 X1 城东街道 40:60');
  expect((await pressed('张三', '同意接收', '赵六')).text).toContain('不是您单位');
  expect((await bot.says('张三', '流转 X1 发改局 50:50')).text).toContain('已经有一个流转申请在办');
  await pressed('赵六', '同意接收');
  expect((await pressed('赵六', '确认流转', '钱七')).reply.tone).toBe('refused');
  expect((await pressed('钱七', '不同意')).text).toContain('流转没有成');
  expect((await bot.inOrg((tx) => tx.sql.selectFrom('projects').select('unit_id').executeTakeFirst()))?.unit_id).toBe(
    bot.units.临洺关镇,
  );
});

test.each([
  ['流转 X1 城东街道 很多', '没看到分成比例'],
  ['流转 X1 临洺关镇 40:60', '就是现在的责任单位'],
  ['流转 X1 城东街道', '还缺：分成比例'],
])('%s', async (said, shown) => {
  expect((await bot.says('张三', said)).text).toContain(shown);
});

test('a shared project handed over keeps the share of the other unit', async () => {
  await bot.says('张三', '流转 X1 城东街道 40:60');
  await pressed('赵六', '同意接收');
  await pressed('钱七', '确认流转');
  await bot.says('赵六', '移交 X1 发改局');
  const open = await bot.inOrg((tx) =>
    tx.sql
      .selectFrom('project_shares')
      .select(['unit_id', 'share'])
      .where('to_on', 'is', null)
      .orderBy('share')
      .execute(),
  );
  expect(open).toMatchObject([
    { unit_id: bot.units.临洺关镇, share: '0.40000000' },
    { unit_id: bot.units.发改局, share: '0.60000000' },
  ]);
});
