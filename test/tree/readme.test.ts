import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { loadCommands } from '../../src/commands/load.ts';
import { parseLine } from '../../src/commands/parse.ts';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';

const root = resolve(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
  .scripts;
const blocks = (kind: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))]
    .flatMap((match) => (match[1] ?? '').split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter(Boolean);

test('every chat line it shows is a command', async () => {
  const book = await loadCommands();
  const reading = {
    today: date('2026-06-10'),
    calendar: workCalendar(),
    vocabulary: { units: [{ id: 1, name: '清河镇', aliases: [] }], people: [], chains: [] },
  };
  const lines = blocks('text');
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) expect(parseLine(line, book, reading).kind, line).toBe('command');
});

test('every command it lists exists', async () => {
  const book = await loadCommands();
  const table = readme.slice(readme.indexOf('## 命令一览'), readme.indexOf('## 接入企业微信'));
  const listed = [...table.matchAll(/^\| [^|]+ \| ([^|]+) \|$/gm)]
    .flatMap((match) => (match[1] ?? '').replace(/（[^）]*）/g, '').split('、'))
    .map((word) => word.trim())
    .filter((word) => word && word !== '命令' && !word.startsWith('-'));
  for (const word of listed) expect(book.words.has(word), word).toBe(true);
  expect(book.commands.filter((command) => !listed.includes(command.name)).map((command) => command.name)).toEqual([]);
});

test('every shell line is a script or a command of the command line', () => {
  for (const line of blocks('sh').flatMap((one) => one.split('&&').map((part) => part.trim()))) {
    const run = /^npm run xiaozhao -- (\S+)/.exec(line);
    const script = /^npm (?:run )?(\w+)$/.exec(line);
    if (run) expect(Object.keys(COMMANDS), line).toContain(run[1]);
    else if (line !== 'npm ci') expect(Object.keys(scripts), line).toContain(script?.[1]);
  }
});

test('it names every command of the command line', () => {
  const listed = /列出全部：([^。]*)。/.exec(readme)?.[1]?.split('、') ?? [];
  expect([...listed].sort()).toEqual(Object.keys(COMMANDS).sort());
});

test('every picture and file it links to is there', () => {
  for (const match of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
    expect(existsSync(join(root, match[1] ?? '')), match[1] ?? '').toBe(true);
});
