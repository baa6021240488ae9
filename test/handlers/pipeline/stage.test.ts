import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

const at = async (stage: string, extra = {}) => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row: { stage, ...extra } });
  return bot;
};

test('a move stands as reported until a second person verifies it', async () => {
  const bot = await at('在谈');
  expect((await bot.says('张三', '阶段 X1 签约 12亿 6月3日')).text).toContain('6月3日 签约 12亿元（待核实）');
  expect((await bot.says('钱七', '核实 X1')).text).toContain('已核实');
  const [event] = await bot.inOrg((tx) =>
    tx.sql.selectFrom('project_events').selectAll().where('kind', '=', 'stage').execute(),
  );
  expect(event).toMatchObject({
    state: 'verified',
    booked_on: '2026-06-03',
    late: false,
    agreement_wan: '120000.000000',
  });
});

test.each([
  ['阶段 X1 签约 3亿 框架协议', '框架协议、备忘录不算签约'],
  ['阶段 X1 开工', '从“在谈”不能直接到“开工”'],
  ['阶段 X1 流失', '要写原因'],
  ['阶段 X1 签约 3亿 4月31日', '没有“4月31日”这一天'],
  ['阶段 X1 签约 3亿 明天', '还没到'],
])('%s is refused: %s', async (line, words) => {
  const bot = await at('在谈');
  expect((await bot.says('张三', line)).text).toContain(words);
  expect(await bot.inOrg((tx) => tx.sql.selectFrom('project_events').selectAll().execute())).toEqual([]);
});

test('staff may skip a stage with a reason', async () => {
  const bot = await at('在谈');
  expect((await bot.says('钱七', '阶段 X1 开工 6月1日 历史项目补录')).text).toContain('开工');
});

test('投产 waits for open problems', async () => {
  const bot = await at('开工');
  await bot.says('张三', '问题 X1 变压器没到位 临洺关镇 6月20日前');
  expect((await bot.says('张三', '阶段 X1 投产')).text).toContain('还有 1 个问题没有解决');
});

test('流失 takes its reason from the list, by a button when it was not said', async () => {
  const bot = await at('在谈');
  const asked = await bot.says('张三', '阶段 X1 流失 邻市给了更低的地价');
  expect(asked.text).toContain('属于哪一类');
  const done = await bot.presses(
    '张三',
    asked.buttons.find(({ label }) => label === '用地'),
  );
  expect(done.text).toContain('流失');
  const row = await bot.inOrg((tx) =>
    tx.sql.selectFrom('projects').select(['stage', 'lost_reason']).executeTakeFirst(),
  );
  expect(row).toMatchObject({ stage: '流失', lost_reason: '用地 邻市给了更低的地价' });
});

test('恢复 brings a shelved project back to where it stood, and its signing counts once', async () => {
  const bot = await at('在谈');
  for (const line of ['签约 12亿 6月3日', '搁置 资金 没到', '恢复']) {
    await bot.says('张三', `阶段 X1 ${line}`);
    await bot.says('钱七', '核实 X1');
  }
  const events = await bot.inOrg((tx) =>
    tx.sql
      .selectFrom('project_events')
      .select(['to_stage', 'booked_on'])
      .where('kind', '=', 'stage')
      .orderBy('id')
      .execute(),
  );
  expect(events).toEqual([
    { to_stage: '签约', booked_on: '2026-06-03' },
    { to_stage: '搁置', booked_on: '2026-06-10' },
    { to_stage: '签约', booked_on: null },
  ]);
  expect((await bot.says('张三', '查 X1')).text).toContain('阶段：签约');
});

test.each([
  ['阶段 X1 恢复', '没有搁置'],
  ['阶段 X1 竣工', '没有启用“竣工”'],
])('%s is refused on a project in talks: %s', async (line, words) => {
  const bot = await at('在谈');
  expect((await bot.says('张三', line)).text).toContain(words);
});

test('签约 without its amount asks for it, and the answer files the move', async () => {
  const bot = await at('在谈');
  expect((await bot.says('张三', '阶段 X1 签约')).text).toContain('协议金额是多少');
  const done = await bot.says('张三', '3.8亿 6月3日 合同已盖章');
  expect(done.text).toContain('6月3日 签约 3.8亿元（待核实） 合同已盖章');
});

test('what is lost to another place says which', async () => {
  const bot = await at('在谈');
  expect((await bot.says('张三', '阶段 X1 流失 落户外地')).text).toContain('去了哪里');
  expect((await bot.says('张三', '江苏昆山，地价便宜')).text).toContain('流失');
  expect(await bot.inOrg((tx) => tx.sql.selectFrom('projects').select('lost_to').executeTakeFirst())).toEqual({
    lost_to: '江苏昆山',
  });
  expect((await bot.says('张三', '台账 流失')).text).toMatch(
    /原因：落户外地 1[\s\S]*去向：江苏昆山 1[\s\S]*去了江苏昆山/,
  );
});

test.each([
  ['落户外地 被邻县抢走了', '邻县'],
  ['落户外地：投资方选择了邻市', '邻市'],
  ['用地 去了滁州，那边地便宜', '滁州'],
])('流失 %s went to %s', async (words, place) => {
  const bot = await at('在谈');
  await bot.says('张三', `阶段 X1 流失 ${words}`);
  const row = await bot.inOrg((tx) => tx.sql.selectFrom('projects').select('lost_to').executeTakeFirst());
  expect(row?.lost_to).toBe(place);
});

test('who does not know where it went says so by a tap', async () => {
  const bot = await at('在谈');
  const asked = await bot.says('张三', '阶段 X1 流失 落户外地');
  expect((await bot.presses('张三', asked.buttons[0])).text).toContain('流失');
});

test('a stage asks for the facts that the record still lacks', async () => {
  const bot = await at('签约', { agreement_wan: '10000' });
  expect((await bot.says('张三', '阶段 X1 落地 6月3日 营业执照 摘牌')).text).toContain('项目还缺：选址');
  await bot.says('张三', '补充 X1 选址经开区B3地块');
  expect((await bot.says('张三', '查 X1')).text).toContain('选址：经开区B3地块');
});

test('意向 and 竣工 are stages of their own once an office switches them on', async () => {
  const bot = await testBot({ settings: { optionalStages: ['意向', '竣工'] } });
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row: { stage: '在谈' } });
  expect((await bot.says('张三', '阶段 X1 签约 3亿')).text).toContain('下一个阶段是“意向”');
  expect((await bot.says('张三', '阶段 X1 意向 6月3日 签了框架协议')).text).toContain('意向（待核实）');
});
