import { beforeEach, expect, test } from 'vitest';
import { readFile } from '../../../src/services/file.service.ts';
import { type Seen, type TestBot, testBot } from '../../support/bot.ts';
import { aMove, anEntry } from '../../support/measured.ts';
import { aProject } from '../../support/project.ts';
import { runs, unzip } from '../../support/unzip.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, {
    name: '华辰光伏组件项目',
    unit: '临洺关镇',
    row: {
      investor: '宁波华辰新能源有限公司',
      investment_wan: '120000',
      agreement_wan: '100000',
      land_mu: '200',
      chain: '新能源',
      leader: '孙县长',
      stage: '签约',
      next_step: '办理土地摘牌',
      next_step_on: '2026-06-30',
    } as never,
  });
});

/** What the paper that was handed over says, a paragraph a line. */
async function said(seen: Seen): Promise<string> {
  const file = seen.reply.parts?.find((part) => part.type === 'file');
  const kept = await bot.inOrg((tx) => readFile(tx, file?.type === 'file' ? file.file.id : ''));
  const parts = await unzip(kept?.bytes ?? new Uint8Array());
  const xml = parts.get('word/document.xml') ?? '';
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/g)].map(([part]) => runs(part).join('')).join('\n');
}

test('the paper tells what it is, how far it came, the money, what blocks it and what is next', async () => {
  await aMove(bot, 1, { stage: '在谈', on: '2026-03-02' });
  await aMove(bot, 1, { stage: '签约', on: '2026-05-08', amount: '100000' });
  await aMove(bot, 1, { stage: '落地', on: '2026-06-01', state: 'reported' });
  await anEntry(bot, 1, { kind: 'funds', amount: '25000', on: '2026-05-20' });
  await bot.says('张三', '进展 X1 对方总经理来县看地');
  await bot.says('张三', '问题 X1 临时用电未接通 6月20日前');
  const seen = await bot.says('孙八', '专报 X1');
  expect(seen.reply.title).toBe('关于华辰光伏组件项目有关情况的专报');
  const paper = await said(seen);
  expect(paper).toContain('专报〔2026〕');
  expect(paper).toContain(
    '华辰光伏组件项目由宁波华辰新能源有限公司投资建设，计划总投资12亿元，协议金额10亿元，用地200亩。属新能源产业链，责任单位为临洺关镇，包联领导孙县长。',
  );
  expect(paper).toContain('推进过程：3月2日在谈；5月8日签约（10亿元）。');
  expect(paper).not.toContain('6月1日');
  expect(paper).toContain('最新进展：6月10日，对方总经理来县看地。');
  expect(paper).toContain('累计核实到位资金2.5亿元，到位资金占协议金额的25.0%。');
  expect(paper).toMatch(/1\.临时用电未接通。责任单位临洺关镇，应于6月20日前解决。/);
  expect(paper).toContain('6月30日前，办理土地摘牌。');
  expect(paper).toContain('2026年6月10日');
});

test('what is not known is said, and nothing is made up', async () => {
  await aProject(bot, { name: '甲地块' });
  const paper = await said(await bot.says('钱七', '专报 X2'));
  expect(paper).toContain('关于甲地块项目有关情况的专报');
  expect(paper).toContain('甲地块目前只有名称，其他情况待补充。');
  expect(paper).toContain('还没有核实过的到位资金和效益数据。');
  expect(paper).toContain('目前没有登记在办的问题。');
  expect(paper).toContain('责任单位还没有填报下步打算。');
});

test('is for the own unit, staff and leaders; of a secret project for those who may know it, alone', async () => {
  expect((await bot.says('赵六', '专报 X1')).text).toContain('是其他单位的项目');
  expect((await bot.says('张三', '专报 X1')).reply.tone).toBe('ok');
  await bot.says('钱七', '保密 X1');
  expect((await bot.says('孙八', '专报 X1')).text).toContain('保密项目');
  const own = await bot.says('钱七', '专报 X1', { chat: '私聊' });
  expect(own.reply).toMatchObject({ tone: 'ok', private: true });
});
