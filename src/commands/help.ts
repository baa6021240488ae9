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

/** What the caller may use, group by group; one group with an example each; or one command's full grammar and examples. */
export async function helpFor(topic: string | undefined, context: Context): Promise<Reply> {
  const known = await book();
  const mine = known.commands.filter((command) => mayUse(command, context));
  if (topic === undefined) return overview(mine, context);
  const group = GROUP_NAMES.find((one) => GROUPS[one] === topic.trim());
  return group ? groupPage(group, mine) : helpOn(topic, known);
}

const GROUP_NAMES = Object.keys(GROUPS) as Group[];

/** One phone screen: every command by name, and how the everyday ones are written. */
function overview(mine: readonly Command[], { actor }: Context): Reply {
  const groups = GROUP_NAMES.map((group) => [group, ofGroup(mine, group)] as const).filter(([, own]) => own.length > 0);
  const everyday = EVERYDAY.flatMap((name) => mine.find((command) => command.name === name) ?? []);
  return {
    title: '小招能帮您做这些',
    tone: 'info',
    parts: [
      list(groups.map(([group, own]) => `${GROUPS[group]}：${own.map(({ name }) => name).join('、')}`)),
      ...(everyday.length > 0 ? [list(everyday.map(line), '直接照着发，例如')] : []),
      note('点一组看每个命令的例子；发“帮助 录入”看一个命令的全部用法。群里请先 @小招。'),
    ],
    buttons: actor.personId === 0 ? [] : groups.map(([group]) => say(GROUPS[group], `帮助 ${GROUPS[group]}`)),
  };
}

/** What newcomers meet first. */
const EVERYDAY = ['录入', '进展', '到位', '分派', '外出', '排行'];

const groupPage = (group: Group, mine: readonly Command[]): Reply => ({
  title: GROUPS[group],
  tone: 'info',
  parts: [list(ofGroup(mine, group).map(line)), note('照例子的写法发就行；发“帮助 命令名”看全部用法。')],
});

const ofGroup = (mine: readonly Command[], group: Group): readonly Command[] =>
  mine.filter((command) => command.group === group);

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
