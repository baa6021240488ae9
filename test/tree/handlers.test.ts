import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GROUPS } from '../../src/commands/define.ts';
import { loadCommands } from '../../src/commands/load.ts';
import { parseLine } from '../../src/commands/parse.ts';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { testBot } from '../support/bot.ts';

const root = resolve(import.meta.dirname, '../..');
const book = await loadCommands();
const reading = {
  today: date('2026-06-10'),
  calendar: workCalendar(),
  vocabulary: {
    units: ['城关镇', '城东街道', '经开区', '临洺关镇', '发改局'].map((name, at) => ({
      id: at + 1,
      name,
      aliases: [],
    })),
    people: ['张三', '李四', '王五'].map((name, at) => ({ id: at + 1, name, unitId: 1 })),
    chains: [],
  },
};

describe.each(book.commands.map((command) => [command.name, command] as const))('%s', (name, command) => {
  test.each(command.examples)('its example “%s” parses to itself', (example) => {
    const parsed = parseLine(example, book, reading);
    expect(parsed.kind === 'command' ? parsed.command.name : parsed).toBe(name);
    expect(parsed.kind === 'command' ? parsed.missing : null).toEqual([]);
  });
});

test('each command file has a test of its name', () => {
  const missing = readdirSync(join(root, 'handlers')).flatMap((group) =>
    readdirSync(join(root, 'handlers', group))
      .filter(
        (file) =>
          !file.startsWith('_') && !existsSync(join(root, 'test/handlers', group, file.replace('.ts', '.test.ts'))),
      )
      .map((file) => `${group}/${file}`),
  );
  expect(missing).toEqual([]);
});

test('帮助 names every command to staff, and its group shows an example of it', async () => {
  const bot = await testBot();
  const pages = [await bot.says('钱七', '帮助')];
  for (const group of Object.values(GROUPS)) pages.push(await bot.says('钱七', `帮助 ${group}`));
  const [overview = '', ...groups] = pages.map(({ text }) => text);
  const missing = book.commands.filter(
    ({ name, examples }) =>
      !overview.includes(name) || !examples.some((example) => groups.some((text) => text.includes(example))),
  );
  expect(missing.map((command) => command.name)).toEqual([]);
});
