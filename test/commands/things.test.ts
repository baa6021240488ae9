import { beforeAll, describe, expect, test } from 'vitest';
import { type CommandBook, loadCommands } from '../../src/commands/load.ts';
import { inOwnName } from '../../src/commands/own-unit.ts';
import { parseLine } from '../../src/commands/parse.ts';
import type { Reading } from '../../src/commands/reading.ts';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';

let book: CommandBook;
beforeAll(async () => {
  book = await loadCommands();
});

const reading: Reading = {
  today: date('2026-06-10'),
  calendar: workCalendar(),
  vocabulary: {
    units: [
      { id: 1, name: '临洺关镇', aliases: ['临洺关'] },
      { id: 2, name: '发改局', aliases: [] },
      { id: 3, name: '经济开发区', aliases: ['经开区'] },
    ],
    people: [
      { id: 1, name: '李四', unitId: 1 },
      { id: 2, name: '张三', unitId: 1 },
    ],
    chains: [],
  } as unknown as Reading['vocabulary'],
  own: { name: '临洺关镇', forAll: false },
};

/** The command and the line it is read as; "?" for a line that is none. */
function understood(line: string): string {
  const parsed = parseLine(line, book, reading);
  return parsed.kind === 'none' ? '?' : parsed.missing.length > 0 ? `${parsed.command.name} …` : parsed.line;
}

describe('what is asked for without the command’s word is shown', () => {
  test.each([
    ['谁还没签收', '任务清单 待签收'],
    ['哪些任务超期了', '任务清单 逾期'],
    ['我有什么任务', '我的'],
    ['我手上有哪些活', '我的'],
    ['今天有什么事', '我的'],
    ['我们镇有哪些项目', '台账 临洺关镇'],
    ['经开区在谈的项目有哪些', '台账 经开区 在谈'],
    ['现在有哪些问题没解决', '问题清单'],
    ['X1有啥问题', '问题清单 X1'],
    ['还有哪些承诺没兑现', '承诺清单'],
    ['企业诉求有哪些', '诉求清单'],
    ['还有多少空地', '载体'],
    ['经开区还有地吗', '载体 经开区'],
    ['工业用地政策有哪些', '政策 工业用地'],
    ['查一下金融政策', '政策 金融'],
    ['X1能享受哪些政策', '政策包 X1'],
    ['给X2找块地', '匹配 X2'],
    ['今年目标完成多少了', '进度 今年'],
    ['我们镇完成率', '进度 临洺关镇'],
    ['上季度红旗是谁', '季榜 上季度'],
    ['我们差多少能进前三', '我的排名 临洺关镇'],
    ['我们镇5月到位资金怎么来的', '口径 临洺关镇 5月 到位资金'],
    ['下周有什么会', '日程 下周'],
    ['深圳有哪些乡贤', '资源 深圳 乡贤'],
    ['待核实的有哪些', '抢救单'],
    ['我们镇今年签了几个', '问数 临洺关镇今年签了几个'],
    ['上个月我们开工了几个', '问数 上个月临洺关镇开工了几个'],
    ['我們鎮個人榜', '个人榜 临洺关镇'],
    ['哪块地还空着', '载体'],
    ['我们镇还有几个项目没签约', '台账 在谈 临洺关镇'],
    ['用地方面还有什么问题', '问题清单 用地'],
    ['哪个镇第一', '排行'],
    ['我们镇为什么这么靠后', '我的排名 临洺关镇'],
    ['有什么要我核实的', '抢救单'],
    ['还有哪些没核实的能抢救', '抢救单'],
    ['各单位任务办得怎么样', '任务清单'],
    ['参加考核的有哪些单位', '单位'],
    ['怎么登录网页', '登录'],
    ['给个导入模板', '导入 模板'],
    ['我们镇的项目', '台账 临洺关镇'],
    ['有哪些难点堵点', '问题清单'],
    ['发改局牵头的问题', '问题清单 发改局'],
    ['X2有哪些政策可以享受', '政策包 X2'],
    ['我们还有哪些没核实的', '抢救单 临洺关镇'],
    ['咱们现在排第几啊', '我的排名 临洺关镇'],
    ['上季度红黄旗结果', '季榜 上季度'],
    ['近期安排', '日程'],
    ['网页版登录', '登录 登录'],
    ['批量导入怎么弄', '帮助 导入'],
    ['临洺关镇项目成效', '成效 临洺关镇'],
    ['哪些项目还在公海', '台账 公海'],
    ['奖励规则是什么', '奖励 规则'],
    ['上次会议定了什么', '议定'],
    ['7月份预计能到多少资金', '预计到账 7月份'],
    ['华辰光伏那个项目什么情况', '查 华辰光伏'],
    ['安达玻璃谁在跟', '查 安达玻璃'],
    ['给X1写个专报', '专报 给X1'],
  ])('%s', (line, read) => expect(understood(line)).toBe(read));

  test.each([
    '这个项目太难了',
    '问题都解决得差不多了大家辛苦',
    '华辰那边有什么想法你跟他谈谈',
    '会上说的事情你们去落实',
    '有个项目想来看地',
    '上个月大家都去了外地谈项目',
    '李四，周五前把华辰的用地方案报给我',
    '省外项目占多少',
    '请临洺关镇下周三前报送项目清单',
    '告诉发改局今天报用地清单',
  ])('%s asks for nothing', (line) => expect(understood(line)).toBe('?'));

  test.each([
    ['分派 @李四 周五前 列出哪些项目有问题', '分派 @李四 周五前 列出哪些项目有问题'],
    ['问题 X1 有哪些手续没办 周五前', '问题 X1 有哪些手续没办 周五前'],
    ['传达 @发改局 请今天报送用地清单', '传达 @发改局 请今天报送用地清单'],
    ['查 我们镇的华辰', '查 我们镇的华辰'],
  ])('%s says all of a command and stays it', (line, read) => expect(understood(line)).toBe(read));
});

test('what waits to be verified is the queue for staff', () => {
  const staff = { ...reading, own: { name: '发改局', forAll: true } };
  const parsed = parseLine('待核实的有哪些', book, staff);
  expect(parsed.kind === 'command' && parsed.line).toBe('核实');
});

describe('我们 is the unit of who asks', () => {
  test.each([
    ['我们镇', false, '临洺关镇'],
    ['我们今年', false, '临洺关镇今年'],
    ['我们今年', true, '我们今年'],
    ['本单位', true, '临洺关镇'],
    ['我们县', false, '我们县'],
  ])('%s (for all units: %s)', (line, forAll, read) =>
    expect(inOwnName(line, { name: '临洺关镇', forAll })).toBe(read),
  );
});

describe('commands put in other ways are turned', () => {
  test.each([
    ['首报保护天数改为60天', '设置 首报保护天数 60天'],
    ['把首报保护天数改成60', '设置 首报保护天数 60'],
    ['首报保护天数是多少', '设置 首报保护天数'],
    ['10月10日要上班', '设置 工作日 10月10日 上班'],
    ['张三交接给李四', '交接 张三 李四'],
    ['我的工作交给李四', '交接 李四'],
    ['我调走了，工作交接给李四', '交接 李四 调走了'],
    ['张三把手头工作移交李四', '交接 张三 李四'],
    ['张三改成联络员', '人员 修改 张三 联络员'],
    ['把张三停用', '人员 停用 张三'],
    ['临洺关镇简称洺关', '单位 简称 临洺关镇 洺关'],
    ['停滞提醒先关掉三天', '静音 停滞提醒 三天'],
    ['更正5月月报 到位资金多计500万', '更正月报 5月 到位资金多计500万'],
    ['S1受理了', '诉求 受理 S1'],
    ['S1办结，变压器已增容', '诉求 办结 S1 变压器已增容'],
    ['R1 搞定了', '办结 R1'],
    ['W1处理好了，用存量地', '解决 W1 用存量地'],
    ['X2总投资改为4亿', '补充 X2 总投资 4亿'],
    ['把X2移交给发改局', '移交 X2 给发改局'],
    ['给L1补凭据', '凭据 L1'],
    ['X1移出顶格', '顶格 X1 移出'],
    ['把L1退回去 金额不对', '退回 L1 金额不对'],
    ['5月月报错了，更正一下：漏了X1', '更正月报 5月 漏了X1'],
    ['李四提成单位负责人', '人员 修改 李四 单位负责人'],
    ['李四离职了，停用', '人员 停用 李四'],
    ['给这个群订阅月报', '订阅 月报'],
    ['今天别再提醒我了', '静音'],
    ['任务收到', '签收'],
    ['关掉停滞提醒', '静音 停滞提醒'],
    ['登记个问题：X1通水没解决，城东街道月底前', '问题 X1通水没解决，城东街道月底前'],
    ['把张三的任务全部移交给李四', '交接 张三 李四'],
    ['X1完成产值1.1亿 6月8日', '产值 X1完成 1.1亿 6月8日'],
    ['催一催R2', '催办 R2'],
    ['S1办得很满意', '评价 S1 很满意'],
    ['给发改局派个任务，三天内出具备案意见', '分派 @发改局 三天内出具备案意见'],
    ['这个群不要发周报了', '订阅 取消 周报'],
    ['不要给这个群发月报', '订阅 取消 月报'],
    ['我叫张三，手机13800000000', '绑定 张三 13800000000'],
    ['我们对黄旗有异议，6月的5000万没算进去', '异议 6月的5000万没算进去'],
    ['安达玻璃深加工项目我们认领', '认领 安达玻璃深加工'],
  ])('%s', (line, read) => expect(understood(line)).toBe(read));

  test.each([
    '王五交给李四一份材料',
    '用地指标改为多少',
    '首报保护天数要不要改为60天',
    '建议首报保护天数改为60天',
    '谁把首报保护天数改成60',
    '张三没有交接给李四',
    '张三说他要停用',
    '要不要把X2移交给发改局',
    '别把X2移交给发改局',
  ])('%s is none of them', (line) => expect(understood(line)).toBe('?'));

  test('what is kept of a line is kept as it was typed', () =>
    expect(understood('退回 R1 缺附件，請補')).toBe('办结 R1 退回 缺附件，請補'));
});

describe('names of commands in pinyin are commands', () => {
  test.each([
    ['daowei X1 5000万 昨天', '到位 X1 5000万 昨天'],
    ['tupu', '图谱'],
    ['fenpai @李四 周五前 报送方案', '分派 @李四 周五前 报送方案'],
  ])('%s', (line, read) => expect(understood(line)).toBe(read));
});
