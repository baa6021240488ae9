import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config.ts';
import { withEnvFile } from '../../src/config/env-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiaozhao-env-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('without a file the environment is as it is', () => {
  expect(withEnvFile({ PORT: '1' }, folder)).toEqual({ PORT: '1' });
});

test('lines of the file count where the environment says nothing; blanks, comments and Windows line ends do no harm', () => {
  const lines = ['\ufeffWECOM_BOT_ID=aib123', '# 注释', '', 'WECOM_BOT_SECRET = "a b=c" ', 'PORT=9000'];
  writeFileSync(join(folder, '.env'), lines.join('\r\n'));
  expect(withEnvFile({ PORT: '1' }, folder)).toEqual({
    WECOM_BOT_ID: 'aib123',
    WECOM_BOT_SECRET: 'a b=c',
    PORT: '1',
  });
});

test('what is there and cannot be read is named', () => {
  const odd = join(folder, 'odd');
  mkdirSync(join(odd, '.env'), { recursive: true });
  expect(() => withEnvFile({}, odd)).toThrow(ConfigError);
});
