import { breaksOf } from './break.ts';

/** Breaks of the kinds of metrics and rules. */
export const ruleBreaks = [
  breaksOf(
    'scoring/rules/completion.ts',
    ['reached.compare(floor) < 0', 'reached.compare(floor) <= 0'],
    ['return (reached) => least(reached, cap);', 'return (reached) => reached;'],
    ['exactNumber(rule.cap ?? 1)', 'exactNumber(rule.cap ?? 2)'],
    ['over.whole ? steps.floor() : steps', 'steps'],
    ['least(added, most)', 'added'],
    ['reached.compare(from) <= 0', 'reached.compare(from) < 0'],
    ['over.from === undefined ? ONE : exactNumber(over.from)', 'ONE'],
    ['return below;', 'return ZERO;'],
  ),
  breaksOf(
    'scoring/rules/each.ts',
    ['greatest(ZERO, seen.sub(after))', 'seen.sub(after)'],
    ['rule.whole ? steps.floor() : steps', 'steps'],
    ['return start.add(', 'return ZERO.add('],
  ),
  breaksOf(
    'scoring/rules/range.ts',
    ["rule.order === 'asc' ? max.sub(seen) : seen.sub(min)", 'seen.sub(min)'],
    ['rule.flat ?? rule.high ?? 100', 'rule.flat ?? rule.low ?? 60'],
    ['rule.low ?? 60', 'rule.low ?? 0'],
    ['best: (rule) => rule.high ?? 100,', 'best: () => 0,'],
  ),
  breaksOf(
    'scoring/rules/place.ts',
    ['table[place - 1] ?? rest', 'table[place] ?? rest'],
    ['step.mul(exactNumber(place - 1))', 'step.mul(exactNumber(place))'],
    ["rule.ties === 'mean' ? ", "rule.ties === 'best' ? "],
    ['pointsAt(place + index)', 'pointsAt(place)'],
    ['place === 1 ? first : rest', 'first'],
    ['best: (rule) => rule.table?.[0] ?? rule.first,', 'best: () => 0,'],
  ),
  breaksOf(
    'scoring/rules/table.ts',
    ['row.whole ? steps.floor() : steps', 'steps'],
    ['?.(seen) ?? below', '?.(seen) ?? exactNumber(0)'],
  ),
  breaksOf(
    'scoring/rules/cases.ts',
    ['tried.find(({ holds })', 'tried.findLast(({ holds })'],
    ['?? otherwise)(unit)', '?? board.value(0))(unit)'],
  ),
  breaksOf(
    'scoring/rules/group.ts',
    ["pick === 'best' ? greatest : least", "pick === 'best' ? least : greatest"],
    ['points.length === 0 ? null : picked', 'points.length < 0 ? null : picked'],
  ),
  breaksOf(
    'scoring/metrics/rows.ts',
    ['entries.filter(({ fields }) => passes(fields))', 'entries'],
    ['share === null ? base : (base?.mul(share) ?? null)', 'base'],
    ['product.mul(factor(fields)), own)', 'product.add(factor(fields)), own)'],
    ['value !== null && seen.has(value)', 'seen.has(value)'],
    ['if (raw === null) return null;', 'if (raw === null) return [];'],
    ['cases.find(({ passes })', 'cases.findLast(({ passes })'],
  ),
  breaksOf(
    'scoring/metrics/growth.ts',
    ['now.div(base).sub(ONE)', 'now.div(base)'],
    ['base.s < 0n ? null : now', 'now'],
    ['if (base.n === 0n) return ifZero;', 'if (base.n === 0n) return null;'],
  ),
  breaksOf(
    'scoring/metrics/ratio.ts',
    ['(divide(over, under) ?? ifZero)', 'divide(over, under)'],
    ['divide(over, under)', 'divide(under, over)'],
  ),
  breaksOf(
    'scoring/metrics/sum.ts',
    ['else if (spreads) return null;', ''],
    ['weight ? term.mul(weight) : term', 'term'],
  ),
  breaksOf(
    'scoring/metrics/mean.ts',
    ['weight === ONE ? value : value.mul(weight)', 'value'],
    ['value === null ? [] : [', 'value === null ? [{ value: weight, weight }] : ['],
  ),
  breaksOf(
    'scoring/metrics/shortfall.ts',
    ['greatest(ZERO, wanted.sub(there))', 'wanted.sub(there)'],
    ['wanted.sub(there)', 'there.sub(wanted)'],
  ),
  breaksOf('scoring/metrics/tally.ts', ['comparison(metric.op, metric.than)', "comparison('>=', metric.than)"]),
  breaksOf('scoring/metrics/extreme.ts', ['if (value === null) return null;', 'if (value === null) continue;']),
  breaksOf(
    'scoring/metrics/pool.ts',
    ["(metric.do === 'is_best') === (metric.order !== 'asc')", "metric.do === 'is_best'"],
    ['known(units, measure).length === 0 ? null : sumExact', 'known(units, measure).length < 0 ? null : sumExact'],
    ['own.equals(greatestWins ? bounds.max : bounds.min) ? ONE : ZERO', 'ONE'],
  ),
].flat();
