import { beforeAll, describe, expect, test } from 'vitest';
import { type CommandBook, loadCommands } from '../../src/commands/load.ts';
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
    ],
    people: [{ id: 1, name: '李四', unitId: 1 }],
    chains: [],
  } as unknown as Reading['vocabulary'],
};

/** The command and the line it is read as; the command with what lacks; what may have been meant. */
function understood(line: string): string {
  const parsed = parseLine(line, book, reading);
  if (parsed.kind === 'none') return `? ${parsed.suggestions.map(({ name }) => name).join(' ')}`.trim();
  return parsed.missing.length > 0 ? `${parsed.command.name} …` : parsed.line;
}

describe('what people ask to see is shown however they ask', () => {
  test.each([
    ['5月月报', '月报 5月'],
    ['把5月月报发我', '月报 5月'],
    ['上周的周报', '周报 上周'],
    ['临洺关镇的台账', '台账 临洺关镇'],
    ['临洺关镇上半年的按期率', '按期率 临洺关镇上半年'],
    ['发改局的承诺', '承诺清单 发改局'],
    ['發改局問題清單', '问题清单 发改局'],
    ['X1有什么问题', '问题清单 X1'],
    ['出一份X1的专报', '专报 X1'],
    ['新能源图谱', '图谱 新能源'],
    ['这个月的活动', '活动 这个月'],
    ['打开首页', '首页'],
    ['看看我的待办', '我的'],
    ['有哪些单位', '单位'],
    ['查5月排行', '排行 5月'],
    ['临洺关镇排第几', '我的排名 临洺关镇'],
    ['我们镇第几', '我的排名'],
    ['上半年谁第一', '排行 上半年'],
    ['到位怎么填', '帮助 到位'],
    ['怎么录入', '帮助 录入'],
    ['华辰光伏怎么样了', '查 华辰光伏'],
    ['找一下瑞通', '查 瑞通'],
    ['查一下华辰光伏的情况', '查 华辰光伏'],
    ['查 钢结构', '查 钢结构'],
    ['取消订阅周报', '订阅 取消 周报'],
    ['导出台账', '台账 导出'],
  ])('%s', (line, read) => expect(understood(line)).toBe(read));
});

describe('a report that names its record and says all of its parts needs no command word first', () => {
  test.each([
    ['昨天X1到位5000万', '到位'],
    ['X1昨天到位五千万', '到位'],
    ['５０００万 Ｘ１ 到账 昨天', '到位'],
    ['X1昨天完成固定资产投资3000万', '固投'],
    ['X1签约了12亿6月3号', '阶段'],
    ['X1昨天开工了', '阶段'],
    ['X3我来认领', '认领'],
    ['我认领X3', '认领'],
    ['R1已签收', '签收'],
    ['R1 方案已批复 办结', '办结'],
    ['R1 方案已报 反馈', '反馈'],
    ['L1缺银行回单，退回', '退回'],
    ['W1 指标已下达 解决', '解决'],
    ['S1 5分', '评价'],
    ['@临洺关镇 分派 周五前报送用地方案', '分派'],
  ])('%s', (line, command) => expect(understood(line)).toMatch(new RegExp(`^${command} (?!…)`)));

  test.each([
    ['X1开工了', '?'],
    ['X1昨天到位5000万还差一半', '?'],
    ['X1昨天到位约5000万', '?'],
    ['X1昨天到位5000万，X2到位3000万', '?'],
    ['X1昨天没到位5000万', '?'],
    ['昨天到位5000万', '?'],
    ['好的，收到', '?'],
    ['我觉得这个政策不错', '?'],
    ['今天会上讨论了政策', '?'],
  ])('%s is not taken for one', (line, read) => expect(understood(line)).toBe(read));

  test.each([
    ['R1签收了吗', '查 R1'],
    ['R1办结了没有？', '查 R1'],
    ['X1到位了吗', '查 X1'],
  ])('%s asks and reports nothing', (line, read) => expect(understood(line)).toBe(read));
});

describe('a slip of the command word is offered, never done', () => {
  test.each([
    ['问题情单', '? 问题清单'],
    ['我的排明', '? 我的排名'],
    ['口进 到位资金', '? 口径'],
    ['退会 L1 没盖章', '? 退回'],
    ['走仿 昨天 瑞通标准件公司', '? 走访'],
    ['hlep', '? 帮助'],
    ['fundz X1 5000万', '? 到位'],
  ])('%s', (line, read) => expect(understood(line).startsWith(read)).toBe(true));

  test.each([
    ['华辰光伏今天来了', '?'],
    ['R1这个事', '?'],
    ['我们镇今年很忙', '?'],
  ])('%s is near none', (line, read) => expect(understood(line)).toBe(read));
});

describe('talk that happens to begin with a command word does nothing', () => {
  test.each([
    '问题不大',
    '月报谁写的',
    '我的意思是再等等',
    '办结率太低了',
    '政策变了',
    '排行榜出来了吗',
    '签约仪式定在哪天',
    '反馈大家的意见',
  ])('%s', (line) => expect(understood(line).charAt(0)).toBe('?'));

  test.each([
    ['台账导出', '台账 导出'],
    ['排行5月', '排行 5月'],
    ['进度临洺关镇', '进度 临洺关镇'],
    ['政策新增工业用地弹性出让', '政策 新增工业用地弹性出让'],
    ['传达明天上午开会请大家参加', '传达 明天上午开会请大家参加'],
    ['解决W1省厅已下达指标，没有问题了', '解决 W1省厅已下达指标，没有问题了'],
    ['反馈 R1 大家都没有意见', '反馈 R1 大家都没有意见'],
    ['反馈方案已经报了', '反馈 …'],
    ['查我们镇的华辰', '查 我们镇的华辰'],
  ])('%s is a command all the same', (line, read) => expect(understood(line)).toBe(read));
});
