import { readdir } from 'node:fs/promises';
import { syllablesOf } from '../reading/sound.ts';
import { type Command, GROUPS } from './define.ts';

/** All commands, and every word that starts one. */
export interface CommandBook {
  readonly commands: readonly Command[];
  /** Lower-case word → command: names, synonyms, initials, English. */
  readonly words: ReadonlyMap<string, Command>;
  /** The same words, longest first, for finding one at the start of a line. */
  readonly longestFirst: readonly string[];
}

/** Reads every command file below `handlers/`. A file without a command, or a word used twice, stops the start. */
export async function loadCommands(folder: URL = new URL('../../handlers/', import.meta.url)): Promise<CommandBook> {
  const commands: Command[] = [];
  for (const group of Object.keys(GROUPS)) {
    const inGroup: Command[] = [];
    for (const file of await commandFiles(new URL(`${group}/`, folder))) {
      const { default: command } = (await import(file.href)) as { default?: Command };
      if (!command?.name || command.group !== group) throw new Error(`${file.pathname}: no command of group ${group}`);
      inGroup.push(command);
    }
    commands.push(...inGroup.sort((a, b) => place(a) - place(b)));
  }
  return bookOf(commands);
}

/** What people meet first stands first in its group: in 帮助, in lists of commands. */
const FIRST = ['录入', '查', '进展', '阶段', '到位', '分派', '签收', '反馈', '办结', '外出', '排行', '绑定', '帮助'];
const place = ({ name }: Command): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);

/** A book of given commands. Throws when two of them share a word. */
export function bookOf(commands: readonly Command[]): CommandBook {
  const words = new Map<string, Command>();
  for (const command of commands) {
    for (const word of wordsOf(command)) {
      const other = words.get(word);
      if (other) throw new Error(`the word ${word} starts both ${other.name} and ${command.name}`);
      words.set(word, command);
    }
  }
  for (const [letters, command] of spelledOut(commands)) if (!words.has(letters)) words.set(letters, command);
  return { commands, words, longestFirst: [...words.keys()].sort((a, b) => b.length - a.length) };
}

/** Names in pinyin (fenpai) that only one command has. */
function spelledOut(commands: readonly Command[]): ReadonlyMap<string, Command> {
  const spelled = new Map<string, Command>();
  const shared = new Set<string>();
  for (const command of commands.filter(({ name }) => name.length > 1)) {
    const letters = syllablesOf(command.name).join('');
    if (spelled.has(letters)) shared.add(letters);
    spelled.set(letters, command);
  }
  for (const letters of shared) spelled.delete(letters);
  return spelled;
}

/** Every word that starts a command, lower case. */
const wordsOf = (command: Command): readonly string[] =>
  [command.name, ...(command.synonyms ?? []), command.initials, ...command.english].map((word) => word.toLowerCase());

async function commandFiles(folder: URL): Promise<readonly URL[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => /\.[jt]s$/.test(name) && !name.startsWith('_') && !name.endsWith('.d.ts'))
    .sort()
    .map((name) => new URL(name, folder));
}
