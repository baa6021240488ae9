import type { Ability } from '../domain/org/access.ts';
import type { PressArgs, Reply } from '../rendering/reply.ts';
import type { Context } from './context.ts';
import type { Slots, Values } from './slots.ts';

/** The groups of 帮助, in its order; also the folders of `handlers/`. */
export const GROUPS = {
  capture: '线索录入',
  look: '查询台账',
  pipeline: '项目推进',
  money: '资金台账',
  work: '任务督办',
  activity: '招商活动',
  maps: '图谱载体',
  figures: '排行报表',
  setup: '设置管理',
  other: '其他',
} as const;

/** A group of commands. */
export type Group = keyof typeof GROUPS;

/**
 * One chat command: the default export of a file in `handlers/`. Help, synonyms, typo hints and the console's form come
 * from this record. `run` and the actions are functions of two values: given the same database and the same `now` they
 * give the same reply. They take what was understood, ask one service, and answer with one reply; they do not test
 * permissions, open transactions, catch, log, audit, send or format figures: that stands once around them.
 */
export interface Command<S extends Slots = Slots> {
  /** The canonical Chinese word ("到位"). */
  readonly name: string;
  readonly group: Group;
  /** Other words people use ("到资", "到账"). */
  readonly synonyms?: readonly string[];
  /** Pinyin initials ("dw"). */
  readonly initials: string;
  /** English words ("funds"), lower case. */
  readonly english: readonly string[];
  /** One line for 帮助. */
  readonly help: string;
  /** The grammar in words, for 帮助 COMMAND: "到位 项目 金额 日期 [凭证号]". */
  readonly usage: string;
  /** Real examples; each must parse to this command by its own grammar. The first one stands in 帮助. */
  readonly examples: readonly [string, ...string[]];
  /** What it takes, in the order of `usage`; people may type the parts in any order. */
  readonly slots: S;
  /** A write is audited and can be undone; a read changes nothing. */
  readonly kind: 'read' | 'write';
  readonly ability: Ability;
  /** The following lines of the message belong to this command too: each as a line of its own (录入), or all as one text. */
  readonly takesLines?: boolean | 'whole';
  /** The command that lists what this one writes: the word alone, or with nothing but a project or unit, means that one. */
  readonly overview?: string;
  run(values: Values<S>, context: Context): Promise<Reply>;
  /** Its form, where the slots are not what is best asked. Without it, the form has a field for each slot. */
  readonly form?: CommandForm;
  /** What its buttons and questions do. The same ability is needed unless the action says otherwise. */
  readonly actions?: Readonly<Record<string, Action>>;
}

/** What a button does. `text` holds what the person typed when the action answers a question. */
export interface Action {
  readonly kind: 'read' | 'write';
  readonly ability?: Ability;
  run(args: PressArgs, context: Context, text?: string): Promise<Reply>;
}

/** A form of a command that is more than a field for each slot: a record with all that is known of it. */
export interface CommandForm<F extends Slots = Slots> {
  /** What the button that sends it says. */
  readonly submit: string;
  readonly slots: F;
  /** The argument that it cannot be opened without: there is then a field for each slot of the command instead. */
  readonly needs?: string;
  /** What it starts with. `args`: of the button that opens it, or the slots of the line, as texts. Throws Refusals. */
  open(args: PressArgs, context: Context): Promise<OpenedForm>;
  /** Does it. A Refusal whose data name a `field` is shown there. */
  fill(args: PressArgs, values: Values<F>, context: Context): Promise<Reply>;
}

/** A form that was opened. */
export interface OpenedForm {
  readonly title: string;
  /** What it is about; given to `fill`. */
  readonly args: PressArgs;
  /** What stands in the fields, as a person would type it. */
  readonly values: Readonly<Record<string, string | undefined>>;
  /** What is asked, in words, where there are no forms. */
  readonly ask: Reply;
}

/** Gives a form its types. */
export const defineForm = <const F extends Slots>(form: CommandForm<F>): CommandForm => form as unknown as CommandForm;

/** Gives a command file its types. */
export const defineCommand = <const S extends Slots>(command: Command<S>): Command<S> => command;
