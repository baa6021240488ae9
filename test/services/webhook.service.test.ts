import { expect, test } from 'vitest';
import { insertRecords } from '../../src/db/change.ts';
import { NEWS, type NewsType } from '../../src/domain/news.ts';
import { addWebhook, announce } from '../../src/services/webhook.service.ts';
import { button, type TestBot, testBot } from '../support/bot.ts';
import { aProject } from '../support/project.ts';

const EVERY = Object.keys(NEWS) as NewsType[];

const hear = (bot: TestBot, events: readonly NewsType[] = EVERY, url = 'https://city.example/hook') =>
  bot.inOrg((tx) => addWebhook(tx, { url, events, inside: false, now: bot.now() }));

/** What waits for other systems, oldest first, as it will be sent. */
const told = async (bot: TestBot): Promise<readonly { type: string; data: Record<string, unknown> }[]> => {
  const rows = await bot.inOrg((tx) =>
    tx.sql
      .selectFrom('outbox')
      .select('body')
      .where('org_id', '=', bot.orgId)
      .where('platform', '=', 'webhook')
      .orderBy('id')
      .execute(),
  );
  return rows.map(({ body }) => JSON.parse((body as { parts: { text: string }[] }).parts[0]?.text ?? ''));
};

test('a lead is told in the write’s own transaction as the read API tells it, without telephone numbers', async () => {
  const bot = await testBot();
  await hear(bot);
  const asked = await bot.says('张三', '录入 宁波海纳精密制造有限公司拟投资3.6亿元建数控机床项目，王总13900001111');
  expect(await told(bot)).toEqual([]);
  const done = await bot.presses('张三', button(asked, '确认'));
  const [lead, ...more] = await told(bot);
  expect(more).toEqual([]);
  expect(lead).toMatchObject({
    type: 'project.recorded',
    data: { record: done.record, project: { investor: '宁波海纳精密制造有限公司', investmentWan: '36000' } },
  });
  expect(JSON.stringify(lead)).not.toContain('13900001111');
});

test('stages, tasks and what is taken back are told; what was refused is not', async () => {
  const bot = await testBot();
  await hear(bot);
  const id = await aProject(bot, { name: '冀南铸件项目', unit: '临洺关镇' });
  await bot.says('张三', `阶段 X${id} 签约 5000万 6月3日`);
  await bot.says('张三', `阶段 X${id} 投产 6月30日`);
  await bot.says('钱七', '分派 张三 周五前 给王总13900001111回电话');
  await bot.says('钱七', '撤销');
  expect((await told(bot)).map(({ type, data }) => [type, data.record, data.from ?? data.undoes])).toEqual([
    ['project.stage_changed', `X${id}`, '在谈'],
    ['task.assigned', 'R1', undefined],
    ['change.undone', 'R1', 'task.assigned'],
  ]);
  expect(JSON.stringify(await told(bot))).toContain('给王总***********回电话');
});

test('each address hears what it asked for; one org never hears another’s', async () => {
  const bot = await testBot();
  const other = await testBot();
  await hear(bot, ['task.done']);
  await hear(other);
  await bot.says('钱七', '分派 张三 周五前 报材料');
  expect([await told(bot), await told(other)]).toEqual([[], []]);
});

test('a whole sheet is told as one', async () => {
  const bot = await testBot();
  await hear(bot);
  await bot.inOrg(async (tx) => {
    const day = '2026-06-01';
    const fields = { stage: '在谈', stage_on: day, last_progress_on: day };
    const at = { first_reported_at: bot.now(), protected_from: bot.now() };
    const rows = Array.from({ length: 60 }, (_, n) => ({ name: `项目${n}`, ...fields, ...at }));
    await insertRecords(tx, 'projects', rows, 'X');
    await announce(tx, tx.changes, bot.now());
  });
  expect(await told(bot)).toMatchObject([{ type: 'change.bulk', data: { counts: { 'project.recorded': 60 } } }]);
});
