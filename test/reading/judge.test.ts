import { expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { type Facts, factsOf } from '../../src/reading/facts.ts';
import { judge } from '../../src/reading/judge.ts';
import { weighText } from '../../src/reading/message-weighed.ts';
import { readNames } from '../../src/reading/names.ts';
import { prepare } from '../../src/reading/prepared.ts';
import { readScale } from '../../src/reading/scale.ts';

const TEXT = '宏远轴承有限公司总投资5亿元的轴承项目落户经开区，用地100亩，已开工';

function judged(change: (facts: Facts) => Facts) {
  const prepared = prepare(TEXT, date('2026-06-10'), workCalendar());
  const facts = factsOf(prepared, readNames(prepared), readScale(prepared), '开工');
  return judge(prepared, change(facts), weighText(prepared.plain));
}

it('judges by characters and facts, and says how likely the figures are one project’s', () => {
  const { kind, figures } = judged((facts) => facts);
  expect(kind).toBe('lead');
  expect(figures).toBeGreaterThan(0.9);
});

it('a plant abroad, and several projects each with its sum, are none by definition, whatever else speaks for a lead', () => {
  const abroad = judged((facts) => ({ ...facts, places: { ...facts.places, plant: true } }));
  const listed = judged((facts) => ({ ...facts, listed: true }));
  for (const none of [abroad, listed]) expect(none).toMatchObject({ kind: 'none', figures: 0 });
});
