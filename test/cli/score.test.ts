import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { call } from '../support/cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '算 例-'));
});

const file = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};
const lines = (out: string): unknown[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const good = JSON.stringify({
  id: 'c1',
  scheme: { id: 's', title: '试', show: { v: { places: 1 } }, rank: { by: [{ value: 'v' }] } },
  units: [{ name: '甲', group: '一组', inputs: { v: 2.25 } }],
});

test('one JSON line a file, in the order of the files, also where some are wrong: exit code 1', async () => {
  const { code, out, err } = await call(
    [
      'score',
      await file('good.json', good),
      await file('broken.json', '{"id": "x"'),
      await file('wrong.json', JSON.stringify({ id: 'c2', scheme: { id: 's', title: '试', bonus: 1 }, units: [] })),
      join(folder, 'none.json'),
      await file('good2.json', good.replace('c1', 'c3')),
    ],
    {},
  );
  expect([code, err]).toEqual([1, '']);
  const result = { name: '甲', group: '一组', values: { v: '2.3' }, exact: { v: '2.25' }, rank: 1, awards: [] };
  expect(lines(out)).toEqual([
    { id: 'c1', results: [result] },
    { id: null, error: { path: join(folder, 'broken.json'), message: expect.any(String) } },
    { id: 'c2', error: { path: 'bonus', message: '没有“bonus”这个字段' } },
    { id: null, error: { path: join(folder, 'none.json'), message: expect.any(String) } },
    { id: 'c3', results: [result] },
  ]);
});

test('numbers longer than a binary float holds are worked out as they are written', async () => {
  const path = await file(
    'long.json',
    '{"id": "long", "scheme": {"id": "s", "title": "试", "version": 3, "metrics": {"和": {"kind": "sum", "of": ["a", "b"]}}, "show": {"和": {"places": 3}, "a": {"places": 2}}}, "units": [{"name": "甲", "inputs": {"a": 12345678901234567.891, "b": 0.109}}]}',
  );
  const { out } = await call(['score', path], {});
  expect(lines(out)).toEqual([
    {
      id: 'long',
      results: [
        {
          name: '甲',
          values: { 和: '12345678901234568.000', a: '12345678901234567.89' },
          exact: { 和: '12345678901234568', a: '12345678901234567.891' },
          rank: null,
          awards: [],
        },
      ],
    },
  ]);
});

test('rewards of amounts longer than a binary float holds, to the cent', async () => {
  const path = await file(
    'reward.json',
    '{"id": "r", "kind": "reward", "rule": {"base": "done", "rate": {"mode": "flat", "rate": 1}}, "cases": [{"name": "大", "project": {"done": 1234567890123.456789}}]}',
  );
  const { code, out } = await call(['reward', path], {});
  expect(code).toBe(0);
  expect(lines(out)).toEqual([{ id: 'r', cases: [{ name: '大', amount: '12345678901234567.89', why: 'ok' }] }]);
});

test.each(['score', 'reward'])('%s --schema prints the JSON Schema', async (word) => {
  const { code, out } = await call([word, '--schema'], {});
  expect(code).toBe(0);
  expect(lines(out)).toEqual([expect.objectContaining({ $schema: expect.stringContaining('2020-12') })]);
});

test('a file that begins with a byte order mark is read all the same', async () => {
  const { code, out } = await call(['score', await file('bom.json', `\uFEFF${good}`)], {});
  expect(code).toBe(0);
  expect(lines(out)).toMatchObject([{ id: 'c1', results: [{ rank: 1 }] }]);
});

test.each([
  [
    'score',
    '{"id": "l", "scheme": {"id": "s", "title": "试", "total": {"max": 12345678901234567.89}}, "units": []}',
    'scheme.total.max',
  ],
  ['reward', '{"id": "l", "kind": "reward", "rule": {"add": 0.12345678901234567891}, "cases": []}', 'rule.add'],
])(
  '%s refuses a number of more digits than it can keep in the rules themselves, with its place',
  async (word, text, path) => {
    const { code, out } = await call([word, await file('digits.json', text)], {});
    expect(code).toBe(1);
    expect(lines(out)).toEqual([{ id: 'l', error: { path, message: expect.stringContaining('位数太多') } }]);
  },
);
