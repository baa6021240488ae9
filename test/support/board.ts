import { type Amount, type Decimal, decimal, type ForeignAmount } from '../../src/domain/money/decimal.ts';
import { NO_FACTS, type UnitFacts } from '../../src/domain/report/facts.ts';
import { leaderboard } from '../../src/domain/report/leaderboard.ts';
import type { BoardUnit, LeaderboardInputs } from '../../src/domain/report/leaderboard-inputs.ts';
import type { LeaderboardModel } from '../../src/domain/report/model.ts';
import { defaultScheme } from '../../src/domain/scoring/default-scheme.ts';

const NAMES = [
  '城关镇',
  '清河镇',
  '龙泉镇',
  '石塅镇',
  '白马镇',
  '双塔镇',
  '垚山乡',
  '郃口镇',
  '云台镇',
  '犇牛镇',
  '大坪乡',
  '青岭乡',
];
const OFFICES = ['经开区管委会', '工信局', '商务局', '文旅局', '农业农村局', '住建局'];

const facts = (scale: number): UnitFacts => ({
  ...NO_FACTS,
  signedCount: decimal(scale),
  signedAmount: decimal<Amount>(scale * 12_345),
  startedCount: decimal(Math.max(0, scale - 2)),
  funds: decimal<Amount>(scale * 8123 + 1600),
  fdi: decimal<ForeignAmount>(scale * 30),
});

/** Inputs of an invented board of 12 townships and 6 offices; `count` gives any number of townships instead, `name` other names. */
export function boardInputs(count = 18, name?: (at: number) => string): LeaderboardInputs {
  const names =
    count === 18 ? [...NAMES, ...OFFICES] : Array.from({ length: count }, (_, at) => NAMES[at] ?? `第${at + 1}乡`);
  const units: BoardUnit[] = names.map((usual, at) => ({
    id: at + 1,
    name: name?.(at) ?? usual,
    group: OFFICES.includes(usual) ? '部门组' : '乡镇组',
  }));
  const scaled = (shift: number) =>
    new Map(units.map((unit, at) => [unit.id, facts(Math.max(0, 9 - (at % 12) + shift))]));
  return {
    head: {
      org: '云岭县',
      issuer: '云岭县招商引资工作领导小组办公室',
      title: '招商引资月度排行榜',
      periodKey: '2026-10',
      periodLabel: '2026年10月',
      spanLabel: '1—10月累计',
      cutOff: '2026-10-30T09:00:00.000Z',
      cutOffLabel: '10月30日 17:00',
      calibre: '到位资金为经核实的县外到位资金；签约只计正式合同，框架协议不计；完成率＝累计到位资金÷年度任务。',
      scheme: { title: '招商引资月考评', version: 1 },
    },
    units,
    targets: new Map(units.map((unit) => [unit.id, { funds: decimal('70000'), 'foreign-capital': decimal('300') }])),
    cumulative: scaled(0),
    before: new Map([...scaled(-1)].reverse().map(([id, value], at) => [id, at % 3 === 0 ? facts(5) : value])),
    month: new Map(units.map((unit, at) => [unit.id, at % 5 === 4 ? NO_FACTS : facts(1)])),
    lastYear: scaled(-2),
    pace: '10/12',
    scheme: defaultScheme,
    provisional: true,
  };
}

/** The invented board. */
export const aBoard = (count = 18, name?: (at: number) => string): LeaderboardModel =>
  leaderboard(boardInputs(count, name));

/** A decimal, for tests. */
export const d = (text: string): Decimal => decimal(text);
