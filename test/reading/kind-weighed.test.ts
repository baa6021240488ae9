import { expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { factsOf, signsOfFacts } from '../../src/reading/facts.ts';
import { indexed, KINDS, readWeights, weighKinds, writeWeights } from '../../src/reading/kind-weighed.ts';
import { readNames } from '../../src/reading/names.ts';
import { prepare } from '../../src/reading/prepared.ts';
import { readScale } from '../../src/reading/scale.ts';
import { learn, sampleOf } from '../train/learn.ts';

const likeliest = (text: string, weights?: ReturnType<typeof readWeights>) => {
  const prepared = prepare(text, date('2026-06-10'), workCalendar());
  const facts = factsOf(prepared, readNames(prepared), readScale(prepared), null);
  const likely = weights ? weighKinds(text, [], indexed(weights)) : weighKinds(text, signsOfFacts(prepared, facts));
  return KINDS.reduce((best, kind) => (likely[kind] > likely[best] ? kind : best));
};

it.each([
  ['甲县经开区今天和宏远签了，做汽车座椅，投三个亿，要六十亩地', 'lead'],
  ['下周一之前把各自的在谈项目表报给我', 'task'],
  ['用地指标一直批不下来，项目卡住了', 'problem'],
  ['今天跟书记去苏州拜访了三家企业', 'activity'],
  ['收到，谢谢', 'none'],
])('%s reads like a %s by its characters and its facts', (text, kind) => {
  expect(likeliest(text)).toBe(kind);
});

it('gives every kind a share, one together, whatever the text', () => {
  for (const text of ['', '🎉', '啊'.repeat(100_000), 'x113 ok', '\u0000^_='])
    expect(Object.values(weighKinds(text)).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
});

it('learns from labelled messages what tells their kinds apart, and writes it as a table that reads back', () => {
  const samples = ['签约了', '已签约', '签约啦', '正式签约'].map((text) => sampleOf(text, 'stage'));
  const others = ['没批', '还没批', '没有批', '一直没批'].map((text) => sampleOf(text, 'problem'));
  const weights = learn([...samples, ...others]);
  expect([likeliest('下午签约', weights), likeliest('又没批', weights)]).toEqual(['stage', 'problem']);
  const again = readWeights(writeWeights(weights));
  expect([...again.keys()]).toEqual([...weights.keys()]);
  expect(likeliest('又没批', again)).toBe('problem');
});
