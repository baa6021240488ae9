import { describe, expect, test } from 'vitest';
import { type BadInputCase, casesOf } from '../support/badinput/case.ts';
import { CHANNELS } from '../support/badinput/channels.ts';
import { runCase } from '../support/badinput/run.ts';

/** What people say: the same everywhere. How long the line takes is measured where nothing lies between. */
const SAID = casesOf('command')
  .filter(({ id }) => id.startsWith('bd-'))
  .map((one): BadInputCase => {
    const { max_ms: _, max_lag_ms: __, max_rss_mb: ___, ...expect } = one.expect;
    return { ...one, expect };
  });

/** On the page only those speak who have a session, and a session is given to people of the roster. */
const speaks = (channel: string, { input }: BadInputCase): boolean =>
  channel !== 'the web console' || input.as !== 'p.out';

describe.each(Object.entries(CHANNELS))('%s', (name, channel) => {
  test.each(SAID.filter((one) => speaks(name, one)).map((one) => [one.id, one] as const))('%s', async (_, one) => {
    expect(await runCase(one, undefined, channel)).toEqual([]);
  });
});
