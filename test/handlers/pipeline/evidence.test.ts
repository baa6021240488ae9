import { beforeEach, expect, test } from 'vitest';
import { decimal } from '../../../src/domain/money/decimal.ts';
import { button, type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

const photo = (name: string, content = name) => ({
  name,
  mime: 'application/octet-stream',
  base64: Buffer.from(content).toString('base64'),
});

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, {
    name: '华辰光伏组件项目',
    unit: '临洺关镇',
    row: { stage: '签约', agreement_wan: decimal('120000') },
  });
  await aProject(bot, {
    name: '远洋仓储项目',
    unit: '城东街道',
    row: { stage: '签约', agreement_wan: decimal('30000') },
  });
});

const kept = () =>
  bot.inOrg((tx) => tx.sql.selectFrom('evidence').select(['entry_id', 'event_id', 'label']).orderBy('id').execute());

test('a photo sent with an entry is kept with it, and the proof that is asked for is ticked off', async () => {
  const filed = await bot.says('张三', '到位 X1 5000万 6月8日', { files: [photo('IMG_1.jpg')] });
  expect(filed.text).toContain('已存凭据：银行回单（IMG_1.jpg）');
  expect(filed.text).not.toContain('还缺凭据');
  expect(await kept()).toEqual([{ entry_id: 1, event_id: null, label: '银行回单' }]);
});

test('an entry without proof asks for the one its ledger wants; a stage for its own', async () => {
  expect((await bot.says('张三', '固投 X1 3000万 6月8日')).text).toContain('还缺凭据：投资凭证');
  expect((await bot.says('张三', '阶段 X1 落地 6月8日 营业执照已办')).text).toContain('还缺凭据：土地手续');
});

test('a bare photo is asked about and kept for what is tapped', async () => {
  await bot.says('张三', '到位 X1 5000万 6月8日');
  const asked = await bot.says('张三', '', { chat: '私聊', files: [photo('回单.png')] });
  expect(asked.text).toContain('作为哪一项的凭据');
  expect(await kept()).toEqual([]);
  const done = await bot.presses('张三', asked.buttons[0], { chat: '私聊' });
  expect(done.text).toContain('已存凭据：L1');
  expect(await kept()).toEqual([{ entry_id: 1, event_id: null, label: '银行回单' }]);
});

test('a bare photo is kept for the number that is typed, or not at all', async () => {
  const asked = await bot.says('张三', '', { chat: '私聊', files: [photo('a.pdf')] });
  expect(asked.text).toContain('请回复编号');
  expect((await bot.says('张三', 'x1', { chat: '私聊' })).text).toContain('X1 华辰光伏组件项目');
  await bot.says('张三', '', { chat: '私聊', files: [photo('b.pdf')] });
  expect((await bot.says('张三', '不存', { chat: '私聊' })).text).toContain('没有存为凭据');
});

test('a photo sent while quoting the report belongs to it', async () => {
  const filed = await bot.says('张三', '到位 X1 5000万 6月8日');
  await bot.says('张三', '凭据', { quote: filed.text, files: [photo('c.jpg')] });
  expect(await kept()).toEqual([{ entry_id: 1, event_id: null, label: '银行回单' }]);
});

test('the same file proves one project only, and is kept once', async () => {
  await bot.says('张三', '到位 X1 5000万 6月8日', { files: [photo('回单.jpg', 'same')] });
  const used = await bot.says('赵六', '到位 X2 700万 6月8日', { files: [photo('另一张.jpg', 'same')] });
  expect(used.text).toContain('已经是 X1 华辰光伏组件项目 的 L1 的凭据');
  expect(await bot.inOrg((tx) => tx.sql.selectFrom('entries').select('id').execute())).toHaveLength(1);
  await bot.says('张三', '凭据 L1', { files: [photo('回单.jpg', 'same')] });
  expect(await kept()).toHaveLength(1);
});

test('staff see in the queue what is proved, open it, and verify; other units do not see it', async () => {
  await bot.says('张三', '到位 X1 5000万 6月8日', { files: [photo('回单.jpg')] });
  await bot.says('张三', '固投 X1 100万 6月8日');
  const queue = await bot.says('钱七', '核实');
  expect(queue.text).toContain('凭据 1 份');
  expect(queue.text).toContain('没有凭据');
  const shown = await bot.presses('钱七', button(queue, '看凭据 L1'));
  expect(shown.reply.private).toBe(true);
  expect(shown.reply.parts?.[0]).toMatchObject({ type: 'picture', file: { name: '回单.jpg', mime: 'image/jpeg' } });
  expect((await bot.presses('钱七', button(shown, '核实 L1'))).text).toContain('已核实');
  expect((await bot.says('赵六', '凭据 L1')).text).toContain('其他单位的凭据');
});

test.each([
  ['a program', photo('回单.exe'), '不能作凭据'],
  ['an empty file', photo('回单.jpg', ''), '是空的'],
])('%s is refused with the whole line', async (_, file, words) => {
  expect((await bot.says('张三', '到位 X1 5000万 6月8日', { files: [file] })).text).toContain(words);
  expect(await bot.inOrg((tx) => tx.sql.selectFrom('entries').select('id').execute())).toEqual([]);
});

test('撤销 takes an entry back with its photo', async () => {
  await bot.says('张三', '到位 X1 5000万 6月8日', { files: [photo('回单.jpg')] });
  expect((await bot.says('张三', '撤销')).text).toContain('已撤销');
  expect(await kept()).toEqual([]);
});

test('an office says itself which proofs are asked for', async () => {
  expect((await bot.says('周九', '设置 凭据 到位 验资报告、银行回单')).text).toContain('到位：验资报告、银行回单');
  expect((await bot.says('张三', '到位 X1 5000万 6月8日')).text).toContain('还缺凭据：验资报告、银行回单');
  expect((await bot.says('周九', '设置 凭据 喝茶 茶单')).text).toContain('没有“喝茶”');
});

test('anybody can ask which proofs make something count', async () => {
  const all = await bot.says('张三', '凭据');
  expect(all.text).toContain('到位：银行回单');
  expect(all.text).toContain('落地：营业执照、土地手续');
  expect(all.text).not.toContain('设置 凭据');
  await bot.says('钱七', '设置 凭据 到位 银行回单、验资报告');
  const one = await bot.says('张三', '凭据 到位');
  expect(one.text).toContain('到位：银行回单、验资报告');
  expect(one.text).not.toContain('落地');
  expect((await bot.says('张三', '凭据 随便')).text).toContain('不知道是哪一项');
});

test('the same file sent with two entries at one instant proves one of them', async () => {
  const [first, second] = await Promise.all([
    bot.says('张三', '到位 X1 5000万 6月8日', { files: [photo('回单.jpg', 'same')] }),
    bot.says('赵六', '到位 X2 700万 6月8日', { files: [photo('回单.jpg', 'same')] }),
  ]);
  expect([first.text, second.text].filter((text) => text.includes('不能用两次'))).toHaveLength(1);
  expect(await kept()).toHaveLength(1);
});
