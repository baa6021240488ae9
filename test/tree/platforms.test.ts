import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const folder = resolve(import.meta.dirname, '../../src/platforms');
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

test.each(names)('%s has the files that every platform has', (name) => {
  const files = readdirSync(join(folder, name));
  for (const wanted of ['index.ts', 'config.ts', 'parse.ts', 'send.ts', 'limits.ts']) expect(files).toContain(wanted);
  expect(files.some((file) => /^receive(?:-[a-z]+)?\.ts$/.test(file))).toBe(true);
  expect(files.some((file) => /^render(?:\.ts)?$/.test(file))).toBe(true);
});

test.each(names)('%s runs the contract suite', (name) => {
  const suite = readFileSync(resolve(import.meta.dirname, `../platforms/${name}/contract.test.ts`), 'utf8');
  expect(suite).toContain(`platformContract('${name}`);
});
