import { beforeAll, expect, test } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aMove, anEntry, figureOf } from '../../support/measured.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;

/** Signed in November 2025 (started), January (landed), twice in March and May (one project), June (producing at once). */
beforeAll(async () => {
  bot = await testBot();
  const signed = async (name: string, ...days: string[]) => {
    const id = await aProject(bot, { name, unit: '临洺关镇' });
    for (const on of days) await aMove(bot, id, { stage: '签约', on, amount: '1000' });
    return id;
  };
  const november = await signed('甲项目', '2025-11-11');
  const january = await signed('乙项目', '2026-01-15');
  await signed('丙项目', '2026-03-31', '2026-05-05');
  const june = await signed('丁项目', '2026-06-01');
  await aMove(bot, november, { stage: '开工', on: '2026-02-01' });
  await aMove(bot, january, { stage: '落地', on: '2026-04-01' });
  await aMove(bot, june, { stage: '投产', on: '2026-06-02' });
  await anEntry(bot, january, { kind: 'funds', amount: '300', on: '2026-05-01' });
  await anEntry(bot, january, { kind: 'funds', amount: '9', on: '2026-07-01' });
});

test.each([
  ['cohort_count', '3', 'each project once, at its first signing of the year'],
  ['cohort_count/宽限3个月', '2', 'the last three months left out: to the end of March'],
  ['cohort_count/上年起', '4', 'since last year'],
  ['cohort_count/上年起/宽限3个月', '3', 'both'],
  ['cohort_amount', '3000', 'their amounts'],
  ['cohort_funds', '300', 'money in place by the end of the period'],
  ['performed_count', '2', 'landed or further, whatever was skipped'],
  ['started_of_signed', '1', 'started or further'],
  ['started_of_signed/上年起', '2', 'started or further, signed since last year'],
  ['produced_of_signed', '1', 'producing'],
  ['unstarted_count', '2', 'signed three months ago or earlier and not started'],
])('%s is %s: %s', async (name, figure) => {
  expect(await figureOf(bot, name)).toBe(figure);
});
