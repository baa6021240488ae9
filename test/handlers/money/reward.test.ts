import { beforeEach, expect, test } from 'vitest';
import { readFile } from '../../../src/services/file.service.ts';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';
import { runs, unzip } from '../../support/unzip.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  const row = { stage: '签约', referrer: '李明、王强', investment_wan: '30000' } as never;
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row });
});

const built = async (amount: string): Promise<void> => {
  const { record } = await bot.says('张三', `固投 X1 ${amount} 6月8日`);
  await bot.says('钱七', `核实 ${record}`);
};

test('3‰ of verified fixed assets, half at each node, split to the cent', async () => {
  await built('11111.1111万');
  const before = await bot.says('钱七', '奖励 X1');
  expect(before.text).toContain('预计 333,333.33元，应发 0.00元');
  expect(before.text).toContain('开工 166,666.67元；投产 166,666.66元');
  expect(before.text).toContain('李明 166,666.66元；王强 166,666.67元');
  for (const move of ['落地 6月8日', '开工 6月9日']) {
    await bot.says('张三', `阶段 X1 ${move}`);
    await bot.says('钱七', '核实 X1');
  }
  expect((await bot.says('钱七', '奖励 X1')).text).toContain('应发 166,666.67元');
});

test('what is reported but not verified earns nothing; a reversal takes it back', async () => {
  await bot.says('张三', '固投 X1 2000万 6月8日');
  expect((await bot.says('钱七', '奖励 X1')).text).toContain('预计 0.00元');
  await bot.says('钱七', '核实 L1');
  expect((await bot.says('钱七', '奖励 X1')).text).toContain('预计 60,000.00元');
  await bot.says('钱七', '冲销 L1 记错');
  expect((await bot.says('钱七', '奖励 X1')).text).toContain('预计 0.00元');
});

test('what was paid is not due again, and more than is due is refused', async () => {
  await built('2000万');
  for (const move of ['落地 6月8日', '开工 6月9日']) {
    await bot.says('张三', `阶段 X1 ${move}`);
    await bot.says('钱七', '核实 X1');
  }
  expect((await bot.says('钱七', '奖励 X1 已发 4万元 6月9日')).text).toContain('超过应发 30000.00 元');
  await bot.says('钱七', '奖励 X1 公示 6月1日-6月8日');
  expect((await bot.says('钱七', '奖励 X1 已发 1万元 6月9日')).text).toContain('应发 20,000.00元');
});

test('the ledger by project and by referrer; below 1亿元 nothing', async () => {
  await aProject(bot, { name: '小项目', unit: '城东街道', row: { referrer: '李明', investment_wan: '9999' } as never });
  await built('2000万');
  expect((await bot.says('钱七', '奖励')).text).toContain('X2 小项目 | 李明 | 0.00 | 0.00');
  expect((await bot.says('钱七', '奖励 大使')).text).toContain('李明 | 2 | 30000.00');
});

test('an own rule replaces the default one; a wrong one is refused with its place', async () => {
  const rule = (json: object) => ({
    chat: '私聊' as const,
    files: [
      { name: 'rule.json', mime: 'application/json', base64: Buffer.from(JSON.stringify(json)).toString('base64') },
    ],
  });
  const wrong = { title: '办法', base: 'fixed_done', rate: { mode: 'flat', percent: 3 } };
  expect((await bot.says('钱七', '奖励 规则', rule(wrong))).text).toContain('rate');
  const own = { title: '试行办法', base: 'fixed_done', rate: { mode: 'flat', rate: 0.01 } };
  expect((await bot.says('钱七', '奖励 规则', rule(own))).text).toContain('已换用《试行办法》');
  await built('2000万');
  expect((await bot.says('钱七', '奖励 X1')).text).toContain('预计 200,000.00元');
});

test('is for staff; a project nobody introduced has none', async () => {
  expect((await bot.says('张三', '奖励 X1')).reply.tone).toBe('refused');
  await aProject(bot, { name: '无人引荐', unit: '城东街道' });
  expect((await bot.says('钱七', '奖励 X2')).text).toContain('没有登记引荐人');
});

const ruleFile = (json: object | string) => ({
  chat: '私聊' as const,
  files: [
    {
      name: 'rule.json',
      mime: 'application/json',
      base64: Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)).toString('base64'),
    },
  ],
});
const begun = async (): Promise<void> => {
  for (const move of ['落地 6月8日', '开工 6月9日']) {
    await bot.says('张三', `阶段 X1 ${move}`);
    await bot.says('钱七', '核实 X1');
  }
};
/** The text of the Word file that a reply hands over. */
async function wordOf({ reply }: Awaited<ReturnType<TestBot['says']>>): Promise<string> {
  const part = reply.parts?.find(({ type }) => type === 'file');
  if (part?.type !== 'file') throw new Error('no file');
  const file = await bot.inOrg((tx) => readFile(tx, part.file.id));
  const xml = (await unzip(file?.bytes ?? new Uint8Array())).get('word/document.xml') ?? '';
  return runs(xml).join('');
}

test('two levels add up, each by the highest of its rules; what accrued is listed entry by entry', async () => {
  const flat = (title: string, rate: number) => ({ title, base: 'fixed_done', rate: { mode: 'flat', rate } });
  const layers = [
    { layer: '市级', rules: [{ ...flat('市办法', 0.003), cap: 5 }] },
    { layer: '县级', rules: [flat('县办法', 0.001), flat('县补充办法', 0.002)] },
  ];
  const changed = await bot.says('钱七', '奖励 规则', ruleFile({ layers }));
  expect(changed.text).toContain('已换用引荐奖励办法（2 级）');
  expect(changed.text).toContain('《市办法》；按认定的固定资产投资的 3‰；每个项目最多 5万元');
  await built('1000万');
  await built('2000万');
  const { text } = await bot.says('钱七', '奖励 X1');
  expect(text).toContain('预计 110,000.00元');
  expect(text).toContain('《县补充办法》');
  expect(text).not.toContain('《县办法》');
  expect(text).toMatch(/L1 固投 .*1000万元.*50,000\.00.*50,000\.00/);
  expect(text).toMatch(/L2 固投 .*2000万元.*60,000\.00.*110,000\.00/);
});

test('a wrong rule within a level is refused with its place', async () => {
  const layers = [{ layer: '市级', rules: [{ base: 'fixed_done', rate: { mode: 'cubic' } }] }];
  expect((await bot.says('钱七', '奖励 规则', ruleFile({ layers }))).text).toContain(
    'rule.layers[0].rules[0].rate.mode',
  );
});

test('a rule with more digits than can be kept is refused with its place', async () => {
  const long = '{"base": "fixed_done", "rate": {"mode": "flat", "rate": 0.00312345678901234567}}';
  expect((await bot.says('钱七', '奖励 规则', ruleFile(long))).text).toContain('rule.rate.rate');
});

test('the kinds and shares of referrers count: who is barred is struck out, the others split by share', async () => {
  await aProject(bot, {
    name: '新材料基地',
    unit: '临洺关镇',
    row: {
      stage: '签约',
      referrer: '赵云（企业家）60%、孙权（公职人员）20%、周瑜（商会）20%',
      investment_wan: '30000',
    } as never,
  });
  const { record } = await bot.says('张三', '固投 X2 2000万 6月8日');
  await bot.says('钱七', `核实 ${record}`);
  expect((await bot.says('钱七', '奖励 X2')).text).toContain('赵云 45,000.00元；周瑜 15,000.00元');
});

test('by shares that are not on file the referrers are one party', async () => {
  const rule = { base: 'fixed_done', rate: { mode: 'flat', rate: 0.01 }, split: { mode: 'ratio' } };
  await bot.says('钱七', '奖励 规则', ruleFile(rule));
  await built('2000万');
  expect((await bot.says('钱七', '奖励 X1')).text).toContain('预计 200,000.00元');
  expect(await wordOf(await bot.says('钱七', '奖励 X1 备案表'))).toContain('200,000.00');
});

test('备案表 is a Word form of the project and its referrers', async () => {
  await built('11111.1111万');
  const said = await bot.says('钱七', '奖励 X1 备案表');
  const word = await wordOf(said);
  for (const text of ['招商引资项目引荐奖励备案表', '华辰光伏组件项目', '李明', '166,666.66', '奖励计提明细'])
    expect(word).toContain(text);
  expect((await bot.says('钱七', '奖励 备案表')).text).toContain('没看到是哪个项目');
});

test('公示 is a Word notice of what is due, five workdays long; nothing due, no notice', async () => {
  await built('2000万');
  expect((await bot.says('钱七', '奖励 X1 公示')).text).toContain('X1 现在没有应发的奖励');
  await begun();
  await aProject(bot, { name: '别的项目', unit: '城东街道', row: { referrer: '李明' } as never });
  const said = await bot.says('钱七', '奖励 公示');
  expect(said.text).toContain('1 个项目，2026-06-11 至 2026-06-17');
  const word = await wordOf(said);
  expect(word).toContain('华辰光伏组件项目');
  expect(word).not.toContain('别的项目');
  expect(word).toContain('本次拟发30,000.00元');
});

test('a rule may set a time limit from the start of production', async () => {
  const rule = {
    title: '限期办法',
    require: {
      any: [
        ['months_since_production', '==', null],
        ['months_since_production', '<', 12],
      ],
    },
    base: 'fixed_done',
    rate: { mode: 'flat', rate: 0.01 },
  };
  await bot.says('钱七', '奖励 规则', ruleFile(rule));
  await built('2000万');
  await begun();
  expect((await bot.says('钱七', '奖励 X1')).text).toContain('预计 200,000.00元');
  await bot.says('张三', '阶段 X1 投产 6月10日');
  await bot.says('钱七', '核实 X1');
  expect((await bot.says('钱七', '奖励 X1')).text).toContain('预计 200,000.00元');
  bot.at('2027-06-10T10:00:00+08:00');
  expect((await bot.says('钱七', '奖励 X1')).text).toContain('预计 0.00元');
});

test('台账 is a workbook over all referred projects', async () => {
  const { reply } = await bot.says('钱七', '奖励 台账');
  expect(reply.title).toBe('引荐奖励台账（1 个项目）');
  expect(reply.parts?.[0]).toMatchObject({ type: 'file', file: { name: expect.stringMatching(/\.xlsx$/) } });
});

test('a reward is paid only when its notice has run, and no more than stood in it', async () => {
  await built('2000万');
  await begun();
  expect((await bot.says('钱七', '奖励 X1 已发 1万元 6月10日')).text).toContain('X1 的奖励还没有公示');
  await bot.says('钱七', '奖励 公示');
  expect((await bot.says('钱七', '奖励 X1')).text).toContain('公示：2026-06-11 至 2026-06-17，期满后可发');
  bot.at('2026-06-17T10:00:00+08:00');
  expect((await bot.says('钱七', '奖励 X1 已发 1万元 6月17日')).text).toContain('公示期到 2026-06-17');
  bot.at('2026-06-18T10:00:00+08:00');
  expect((await bot.says('钱七', '奖励 X1 已发 1万元 6月17日')).text).toContain('公示期到 2026-06-17');
  await built('1000万');
  expect((await bot.says('钱七', '奖励 X1')).text).toContain('已期满，可发 30,000.00元');
  expect((await bot.says('钱七', '奖励 X1 已发 4万元 6月18日')).text).toContain('公示期满的可发 30000.00 元');
  expect((await bot.says('钱七', '奖励 X1 已发 3万元 6月18日')).text).toContain('应发 15,000.00元');
  expect((await bot.says('钱七', '奖励 X1 已发 1万元 6月18日')).text).toContain('公示期满的可发 0.00 元');
});

test('a notice is dated again until it has run; what it covered then needs no other; its days stand in the ledger', async () => {
  await built('2000万');
  await begun();
  expect((await bot.says('钱七', '奖励 公示')).text).toContain('2026-06-11 至 2026-06-17');
  expect((await bot.says('钱七', '奖励 X1 公示 6月12日')).text).toContain('2026-06-12 至 2026-06-18');
  const notices = () => bot.inOrg((tx) => tx.sql.selectFrom('reward_notices').select(['from_on', 'version']).execute());
  expect(await notices()).toEqual([{ from_on: '2026-06-12', version: 2 }]);
  await bot.says('钱七', '奖励 X1 公示 6月12日');
  expect(await notices()).toEqual([{ from_on: '2026-06-12', version: 2 }]);
  bot.at('2026-06-22T10:00:00+08:00');
  expect((await bot.says('钱七', '奖励 公示')).text).toContain('都已公示期满');
  const { reply } = await bot.says('钱七', '奖励 台账');
  const part = reply.parts?.[0];
  const file = part?.type === 'file' ? await bot.inOrg((tx) => readFile(tx, part.file.id)) : null;
  const xml = [...(await unzip(file?.bytes ?? new Uint8Array())).values()].join('');
  expect(xml).toContain('2026-06-12 至 2026-06-18');
});
