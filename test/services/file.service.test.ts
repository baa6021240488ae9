import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { readFile, storeFile } from '../../src/services/file.service.ts';
import { testBot } from '../support/bot.ts';

it('a kept file comes back byte by byte, under its own id', async () => {
  const bot = await testBot();
  const bytes = Buffer.from([0, 255, 1, 254, 10, 13]);
  const file = { name: '云岭县 6月.xlsx', mime: 'application/octet-stream', bytes };
  const [one, two] = await bot.inOrg(async (tx) => [await storeFile(tx, file), await storeFile(tx, file)]);
  expect(one).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: file.name, mime: file.mime, size: 6 });
  expect(two?.id).not.toBe(one?.id);
  const read = await bot.inOrg((tx) => readFile(tx, one?.id ?? ''));
  expect(Buffer.from(read?.bytes ?? []).equals(bytes)).toBe(true);
  expect(read).toMatchObject({ name: file.name, sha256: createHash('sha256').update(bytes).digest('hex') });
});

it('another org has no such file, and what was rolled back is not there', async () => {
  const [bot, other] = [await testBot(), await testBot()];
  const file = { name: 'a', mime: 'text/plain', bytes: Buffer.from('秘密') };
  const kept = await bot.inOrg((tx) => storeFile(tx, file));
  expect(await other.inOrg((tx) => readFile(tx, kept.id))).toBeNull();
  let lost = '';
  const failing = bot.inOrg(async (tx) => {
    lost = (await storeFile(tx, file)).id;
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await bot.inOrg((tx) => readFile(tx, lost))).toBeNull();
});
