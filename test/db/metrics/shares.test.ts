import { expect, test } from 'vitest';
import { unitFacts } from '../../../src/db/facts.repository.ts';
import { measureFacts } from '../../../src/db/metrics/measure.ts';
import { METRICS } from '../../../src/db/metrics/registry.ts';
import { type Decimal, decimal, sum } from '../../../src/domain/money/decimal.ts';
import { JUNE } from '../../support/measured.ts';
import { aRichOrg } from '../../support/rich.ts';

/** What is credited by a project's shares. */
const SHARED = METRICS.flatMap((metric) =>
  'source' in metric && ['moves', 'money', 'signed'].includes(metric.source.name) ? [metric.name] : [],
);

test('shares move credit between units and neither make nor lose any, in every metric', async () => {
  const bot = await aRichOrg(7);
  const figures = () => bot.inOrg((tx) => measureFacts(tx, SHARED, JUNE));
  const facts = () => bot.inOrg((tx) => unitFacts(tx, JUNE.cumulative));
  const shared = { figures: await figures(), facts: await facts() };
  await bot.inOrg((tx) => tx.sql.deleteFrom('project_shares').where('org_id', '=', tx.orgId).execute());
  const whole = { figures: await figures(), facts: await facts() };
  const total = (found: Awaited<ReturnType<typeof figures>>, name: string): Decimal =>
    sum([...found.values()].map((unit) => unit[name] ?? decimal('0')));
  for (const name of SHARED) expect(total(shared.figures, name), name).toBe(total(whole.figures, name));
  expect(shared.figures).not.toEqual(whole.figures);
  const funds = (found: Awaited<ReturnType<typeof facts>>) => sum([...found.values()].map((unit) => unit.funds));
  expect(funds(shared.facts)).toBe(funds(whole.facts));
  expect(shared.facts).not.toEqual(whole.facts);
});
