import { mayEver } from '../domain/org/access.ts';
import { Refusal } from '../domain/refusal.ts';
import { list, note, type Reply, say, text } from '../rendering/reply.ts';
import type { Context } from './context.ts';
import { type Command, GROUPS, type Group } from './define.ts';
import { type CommandBook, loadCommands } from './load.ts';
import { nearCommands } from './suggest.ts';

let loaded: Promise<CommandBook> | undefined;

/** The book of all commands, read once: 帮助 describes what the folder holds. */
function book(): Promise<CommandBook> {
  loaded ??= loadCommands();
  return loaded;
}

/** What the caller may use with one example each, or one command's full grammar and examples. */
export async function helpFor(topic: string | undefined, context: Context): Promise<Reply> {
  const known = await book();
  if (topic) return helpOn(topic, known);
  const mine = known.commands.filter((command) => mayUse(command, context));
  const groups = (Object.keys(GROUPS) as Group[]).filter((group) => mine.some((command) => command.group === group));
  return {
    title: '小招能帮您做这些',
    tone: 'info',
    parts: [
      ...groups.map((group) => list(mine.filter((command) => command.group === group).map(line), GROUPS[group])),
      note('直接照例子的写法发就行；发“帮助 录入”看一个命令的全部用法。群里请先 @小招。'),
    ],
    buttons: context.actor.personId === 0 ? [] : [say('我的待办', '我的'), say('看排行', '排行')],
  };
}

/** The first example, or the shortest where that one would not fit a phone's line. */
const line = ({ examples }: Command): string =>
  examples[0].length <= LINE ? examples[0] : ([...examples].sort((a, b) => a.length - b.length)[0] ?? examples[0]);

const LINE = 26;

const mayUse = (command: Command, { actor }: Context): boolean =>
  command.ability === 'any' || (actor.personId !== 0 && mayEver(actor, command.ability));

function helpOn(topic: string, known: CommandBook): Reply {
  const command = known.words.get(topic.toLowerCase());
  if (!command)
    throw new Refusal('command.unknown', {
      near: nearCommands(topic, known).map(({ name }) => ({ name, line: `帮助 ${name}` })),
    });
  const words = [...(command.synonyms ?? []), command.initials, ...command.english];
  return {
    title: `${command.name}：${command.help}`,
    tone: 'info',
    parts: [
      text(`写法：${command.usage}`),
      list(command.examples.slice(0, 3), '例子'),
      note(`也可以说：${words.join('、')}`),
    ],
  };
}
