import { knownFigure } from '../db/metrics/measure.ts';
import { METRICS } from '../db/metrics/registry.ts';

/** How people say a metric when they do not say its name. */
const SPOKEN: Readonly<Record<string, string>> = {
  到位: 'funds',
  到资: 'funds',
  资金: 'funds',
  签约: 'signed_count',
  签约数: 'signed_count',
  签约个数: 'signed_count',
  新签约: 'signed_count',
  签约额: 'signed_amount',
  协议金额: 'signed_amount',
  合同金额: 'signed_amount',
  在谈: 'talking_count',
  落地: 'landed_count',
  开工: 'started_count',
  新开工: 'started_count',
  开工数: 'started_count',
  竣工: 'completed_count',
  投产: 'producing_count',
  投产数: 'producing_count',
  固投: 'fixed_assets',
  外资: 'fdi',
  到位外资: 'fdi',
  纳税: 'tax',
  营收: 'output',
  外贸: 'trade',
  线索: 'lead_count',
  线索数: 'lead_count',
  活动: 'activity_count',
  活动数: 'activity_count',
  外出: 'outing_half_days',
  外出率: 'outing_ratio',
  任务: 'tasks_due',
  办结率: 'task_on_time_rate',
  按期率: 'task_on_time_rate',
  按时率: 'task_on_time_rate',
  问题: 'problems_raised',
  解决率: 'problem_solve_rate',
  承诺: 'commitments_due',
  兑现率: 'commitment_rate',
  到位率: 'funds_rate',
  平均规模: 'mean_size',
  产业链占比: 'chain_share',
};

const NAMES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(SPOKEN),
  ...METRICS.flatMap(
    ({ name, label }) =>
      [
        [name, name],
        [label, name],
      ] as const,
  ),
]);

const FILLER = /^(?:的|数|多少|情况|是|怎么来的|明细|项目|指标)$/;

/**
 * The figure that words name, as a scheme would write it ("签约 1亿以上 省外" → "signed_count/1亿以上/省外"): the longest
 * name of a metric in them, the rest what narrows it. Null: they name none; "": there are no words.
 */
export function figureIn(words: string): string | null {
  const text = words.replace(/(以上|以下)(?=\S)/g, '$1 ').trim();
  if (text === '') return '';
  const found = [...NAMES.keys()].filter((word) => text.includes(word));
  const longest = found.sort((a, b) => b.length - a.length || text.indexOf(a) - text.indexOf(b));
  for (const word of longest) {
    const figure = narrowed(NAMES.get(word) ?? word, text.replace(word, ' '));
    if (knownFigure(figure)) return figure;
  }
  return null;
}

const narrowed = (metric: string, rest: string): string =>
  [
    metric,
    ...rest
      .split(/[\s/／、，,]+|的/)
      .map((word) => word.trim())
      .filter((word) => word !== '' && !FILLER.test(word)),
  ].join('/');
