import { expect, test } from 'vitest';
import { ConfigError, keySet, readConfig } from '../../src/config/config.ts';
import { readSlackConfig } from '../../src/platforms/slack/config.ts';
import { readWecomConfig } from '../../src/platforms/wecom/config.ts';

const mistakes = (work: () => unknown): readonly string[] => {
  try {
    work();
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.mistakes : [String(error)];
  }
};

test('nothing set is everything set', () => {
  expect(readConfig({})).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:8080',
    role: 'all',
    databaseUrl: undefined,
  });
});

test('an empty value is an absent one', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8080, databaseUrl: undefined });
});

test('every mistake is named at once', () => {
  const found = mistakes(() =>
    readConfig({ PORT: 'abc', ROLE: 'boss', PUBLIC_URL: 'ftp://x', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud' }),
  );
  for (const name of ['PORT', 'ROLE', 'PUBLIC_URL', 'DATABASE_URL', 'LOG_LEVEL', 'SECRET_KEY'])
    expect(
      found.some((one) => one.startsWith(name)),
      name,
    ).toBe(true);
});

test.each([
  ['an external database needs a key', () => readConfig({ DATABASE_URL: 'postgres://x' }), 'SECRET_KEY'],
  ['half of Slack', () => readSlackConfig({ SLACK_BOT_TOKEN: 'x' }), 'SLACK_SIGNING_SECRET'],
  ['half of the bot', () => readWecomConfig({ WECOM_BOT_TOKEN: 'x' }), 'WECOM_BOT_AES_KEY'],
  [
    'the app without its corp',
    () => readWecomConfig({ WECOM_AGENT_ID: '1', WECOM_APP_SECRET: 's', WECOM_APP_TOKEN: 't', WECOM_APP_AES_KEY: 'k' }),
    'WECOM_CORP_ID',
  ],
  ['a key of the wrong length', () => readWecomConfig({ WECOM_BOT_TOKEN: 'x', WECOM_BOT_AES_KEY: 'short' }), '43'],
])('%s is refused by name', (_, work, words) => {
  expect(mistakes(work).join()).toContain(words);
});

test('a platform without keys is off', () => {
  expect(readSlackConfig({})).toBeNull();
  expect(readWecomConfig({ WECOM_CORP_ID: 'ww' })).toBeNull();
  expect(keySet({ A: '1', B: '2' }, 'x', ['A', 'B'])).toEqual({ A: '1', B: '2' });
});
