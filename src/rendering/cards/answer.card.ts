import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Amount, ForeignAmount } from '../../domain/money/decimal.ts';
import { type Decimal, round, toDecimal } from '../../domain/money/decimal.ts';
import type { Exact } from '../../domain/money/exact.ts';
import { fromBest, type Place, type UnitValue, withNothing } from '../../domain/report/answer.ts';
import { wholeDayText } from '../day.ts';
import { foreignMoney, fromLast, growth, money, percent } from '../format.ts';
import { facts, list, note, type Part, type Reply, say } from '../reply.ts';

interface Answer {
  readonly label: string;
  readonly unit: string;
  readonly how: string;
  readonly value: Exact | null;
  readonly base: Exact | null;
  readonly whole: Exact | null;
  readonly place: Place | null;
  readonly byUnit: readonly UnitValue[];
}

interface Answered {
  readonly periodLabel: string;
  readonly to: CalendarDate;
  readonly answers: readonly Answer[];
}

/** Of whom: a unit, or the whole place. */
export interface Whom {
  readonly name: string;
  readonly place: string;
  readonly wants: 'value' | 'most' | 'least' | 'none';
}

/** How many units a list of leaders names. */
const NAMED = 5;

/** The answer to a question about figures: the figure first, then what it is measured against, then its 口径. */
export function answerCard({ periodLabel, to, answers }: Answered, whom: Whom): Reply {
  const said = answers.map((answer) => `${answer.label} ${valueText(answer, answer.value)}`).join('，');
  const shown = whom.wants === 'none' ? answers.slice(0, 1) : answers;
  const parts = shown.flatMap((answer) => partsOf(answer, whom, shown.length > 1));
  return {
    title: `${whom.name} ${periodLabel} ${said}`,
    tone: 'info',
    parts: [...parts, note(`截至 ${wholeDayText(to)}，只计核实过的填报。口径：${answers[0]?.how ?? ''}。`)],
    buttons: [say('看排行', '排行'), say('看进度', whom.name === whom.place ? '进度' : `进度 ${whom.name}`)],
  };
}

function partsOf(answer: Answer, whom: Whom, several: boolean): readonly Part[] {
  const head = several ? answer.label : '';
  const against = facts(
    [`${head}同比`, growthText(answer)],
    [`${head}位次`, answer.place && !isNothing(answer.value) ? placeText(answer.place) : null],
    [`${head}${whom.place}`, answer.whole && `${valueText(answer, answer.whole)}${shareText(answer)}`],
  );
  const kept = against.facts.length > 0 ? [against] : [];
  return answer.whole || isNothing(answer.value) ? kept : [...kept, ...unitParts(answer, whom, several)];
}

function unitParts(answer: Answer, { wants }: Whom, several: boolean): readonly Part[] {
  const nothing = withNothing(answer.byUnit);
  const having = fromBest(answer.byUnit).filter(({ unit }) => !nothing.includes(unit));
  const zero = nothing.length === 0 ? '每个单位都有' : `还是零的 ${nothing.length} 个：${nothing.join('、')}`;
  const zeros = list([zero], several ? answer.label : undefined);
  if (wants === 'none' || (wants === 'least' && nothing.length > 0)) return [zeros];
  const shown = (wants === 'least' ? [...having].reverse() : having).slice(0, several ? 3 : NAMED);
  const heading = `${several ? `${answer.label}` : ''}${wants === 'least' ? '最少的' : '最多的'}（${answer.byUnit.length} 个单位中 ${having.length} 个有）`;
  const lines = shown.map(({ unit, value }) => `${unit} ${valueText(answer, value)}`);
  return [list(lines, heading), ...(nothing.length > 0 && !several ? [zeros] : [])];
}

const isNothing = (value: Exact | null): boolean => value === null || value.n === 0n;

function valueText({ unit }: Pick<Answer, 'unit'>, value: Exact | null): string {
  if (value === null) return '还算不出（没有分母）';
  const plain = round(value, 4).replace(/\.?0+$/, '') as Decimal;
  switch (unit) {
    case '%':
      return percent(value);
    case '万元':
    case '万元/个':
      return `${money(plain as Amount)}${unit === '万元' ? '' : '/个'}`;
    case '万美元':
      return foreignMoney(plain as ForeignAmount);
    default:
      return `${round(value, 2).replace(/\.?0+$/, '')} ${unit}`;
  }
}

function growthText({ value, base, unit }: Answer): string | null {
  if (value === null || base === null || unit === '%' || (isNothing(value) && isNothing(base))) return null;
  if (isNothing(base)) return '上年同期为0';
  const rate = growth(toDecimal(value), toDecimal(base)).replace(/^同比/, '');
  return `${rate}（上年同期 ${valueText({ unit }, base)}）`;
}

const shareText = ({ value, whole, unit }: Answer): string =>
  isNothing(value) || value === null || whole === null || unit === '%' || unit === '万元/个'
    ? ''
    : `，占 ${percent(value.div(whole))}`;

const placeText = ({ group, place, of }: Place): string =>
  `${group}第 ${place}（共 ${of} 家${place > of / 2 && of > 3 ? `，${fromLast(place, of)}` : ''}）`;
