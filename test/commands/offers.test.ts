import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../support/bot.ts';
import { aProject } from '../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, {
    name: '华辰光伏组件项目',
    unit: '临洺关镇',
    row: { investor: '河北华辰新能源科技有限公司', stage: '签约' },
  });
});

const labels = async (who: string, line: string) => (await bot.says(who, line)).buttons.map(({ label }) => label);
const entries = () => bot.inOrg((tx) => tx.sql.selectFrom('entries').selectAll().execute());

describe('what a line says of a record without the command word first is offered, and written by a tap', () => {
  it.each([
    ['华辰昨天到了5000万', '到位', '已记 L1：到位资金 5000万元'],
    ['华辰光伏 6月5日 固投 1500万', '固投', '已记 L1：固定资产投资 1500万元'],
    ['华辰6月5号纳税50万元', '税收', '已记 L1：税收 50万元'],
    ['X1厂房设备投了两千万 6月8号', '固投', '已记 L1：固定资产投资 2000万元'],
    ['发改局承诺X1年底前完成备案', '承诺', '兑现单位：发改局'],
    ['X1 城东街道答应年底前把路修好', '承诺', '兑现单位：城东街道'],
    ['X1带动就业120人', '成效', '120'],
  ])('%s', async (line, command, done) => {
    const asked = await bot.says('张三', line);
    expect(await entries()).toEqual([]);
    const meant = asked.buttons.find(
      ({ label }) => label === command || label === `记为${command}` || label === `记 X1 ${command}`,
    );
    expect((await bot.presses('张三', meant)).text).toContain(done);
  });

  it('a task that is spoken of by its number is answered, finished or put off', async () => {
    await bot.says('钱七', '分派 @李四 周五前 报送方案');
    await bot.says('李四', '签收 R1');
    const asked = await bot.says('李四', 'R1方案已经报自规局，预计周四批');
    expect(asked.buttons.map(({ label }) => label)).toEqual(['反馈', '办结', '延期']);
    expect((await bot.presses('李四', asked.buttons[0])).text).toContain('方案已经报自规局，预计周四批');
    const later = await bot.says('李四', 'R1 等批复 延期下周五');
    expect(later.buttons[0]?.label).toBe('延期');
    expect((await bot.presses('李四', later.buttons[0])).text).toContain('6月19日');
  });

  it('a task is known by what it is about', async () => {
    await bot.says('钱七', '分派 @李四 周五前 报送用地方案');
    await bot.says('李四', '签收 R1');
    expect(await labels('李四', '用地方案那个任务，今天已经报上去了')).toEqual(['反馈 R1', '办结 R1']);
    const asked = await bot.says('李四', '用地方案办完了');
    expect((await bot.presses('李四', asked.buttons[0])).text).toContain('R1 已报办结');
    expect(await labels('赵六', '用地方案那个任务，今天已经报上去了')).toEqual([]);
  });

  it.each(['通知大家周五下午三点开调度会', '告诉城东街道今天把用地清单报来'])(
    '%s is offered as a message to who may send one',
    async (line) => {
      expect((await labels('钱七', line)).join()).toContain('传达');
      expect((await labels('张三', line)).join()).not.toContain('传达');
    },
  );

  it('what a firm says is offered as a request, to any unit', async () => {
    const asked = await bot.says('赵六', '华辰反映招工难，想请人社帮忙');
    expect((await bot.presses('赵六', asked.buttons[0])).text).toContain('S1 已登记诉求');
  });

  it.each([
    ['6月3号对接浙江商会', '记为商协会对接'],
    ['6月3日跟浙江商会座谈', '记为恳谈会'],
    ['上海驻点，今天拜访两家电子企业', '记为驻点'],
    ['6月9日开展企业服务日活动', '记为企业服务日'],
    ['上午京东方来人考察我们园区', '记为接待'],
  ])('%s', async (line, label) => expect(await labels('张三', line)).toContain(label));

  it.each(['华辰到位了吗', '谁去华辰', '华辰什么时候到位5000万'])(
    '%s is a question, and nothing is offered to be written',
    async (line) => expect(await labels('张三', line)).not.toContain('记为到位'),
  );

  it.each([
    '听说X1要开工了',
    'X1还没到位5000万',
    'X1准备下月到位5000万',
    '别把X1移交给城东街道',
    '要不要把X1移交给城东街道',
  ])('%s is not done, and not offered as done', async (line) => {
    const offered = await labels('张三', line);
    for (const label of ['报 X1 开工', '记 X1 到位', '记为到位', '记为移交']) expect(offered).not.toContain(label);
  });

  it('the latest is offered to be taken back to who made a mistake', async () => {
    await bot.says('张三', '进展 X1 今天看地');
    const asked = await bot.says('张三', '刚才记错了，撤了吧');
    expect((await bot.presses('张三', asked.buttons[0])).text).toContain('已撤销');
  });

  it('another unit is offered nothing that it may not write', async () =>
    expect(await labels('赵六', '华辰光伏昨天到位5000万')).toEqual([]));

  it('a mistyped word is offered first', async () => {
    await bot.says('钱七', '分派 @李四 周五前 报送方案');
    expect((await labels('李四', '签手R1'))[0]).toBe('签收');
    expect((await labels('张三', '承若 X1 通路 年底前'))[0]).toContain('承诺');
    expect((await labels('钱七', '查徇 华辰'))[0]).toBe('查');
  });
});

describe('hints name a number of the person’s own', () => {
  it('the own project and task, else none', async () => {
    expect((await bot.says('张三', '到位')).text).toContain('到位 X1 5000万');
    expect((await bot.says('赵六', '到位')).text).toContain('到位 X编号 5000万');
    await bot.says('钱七', '分派 @李四 周五前 报送方案');
    expect((await bot.says('李四', '反馈')).text).toContain('反馈 R1');
    expect((await bot.says('张三', '查 X113')).text).not.toContain('X编号');
  });
});
