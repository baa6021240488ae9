import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const run = (...args: readonly string[]): string =>
  execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });

/** The folder of the compiled program, made fresh. */
function built(): string {
  run('src/xiaozhao.js', 'build');
  const dist = join(root, 'dist');
  const folders = readdirSync(dist).map((name) => join(dist, name));
  const [newest] = folders.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (!newest) throw new Error('nothing was built');
  return newest;
}

test('messages read in a second of one core', () => {
  const folder = built();
  const lines = ['dev', 'own'].map((set) => {
    const file = join(root, `test/fixtures/capture/${set}.jsonl`);
    const told: { messages: number; characters: number; rounds: number[] } = JSON.parse(
      run('test/bench/reading-rounds.js', folder, file),
    );
    const rounds = told.rounds.sort((a, b) => a - b);
    return {
      set,
      messages: told.messages,
      'characters each': Math.round(told.characters),
      'messages/s, median': Math.round(rounds[Math.floor(rounds.length / 2)] ?? 0),
      'messages/s, best': Math.round(rounds.at(-1) ?? 0),
    };
  });
  console.table(lines);
  expect(lines).toHaveLength(2);
});
