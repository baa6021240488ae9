import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Amount, ForeignAmount } from '../domain/money/decimal.ts';
import type { Named } from '../domain/org/vocabulary.ts';
import type { Project } from '../domain/project/project.ts';

/**
 * The parts a command takes. A slot says what kind of thing is looked for in the line; `parse.ts` finds it wherever it
 * stands, and `resolve` turns references into records of this org. An optional slot that is not found gives undefined;
 * a required one is asked for.
 */
export type Slot =
  | { readonly kind: 'project'; readonly label: string; readonly optional: boolean; readonly whose: 'own' | 'any' }
  | {
      readonly kind: 'record';
      readonly label: string;
      readonly optional: boolean;
      readonly letter: 'R' | 'W' | 'C' | 'S' | 'H' | 'L' | 'X';
    }
  | { readonly kind: 'amount'; readonly label: string; readonly optional: boolean }
  | { readonly kind: 'foreign'; readonly label: string; readonly optional: boolean }
  | { readonly kind: 'date'; readonly label: string; readonly optional: boolean; readonly prefer: 'past' | 'future' }
  | {
      readonly kind: 'dates';
      readonly label: string;
      readonly optional: boolean;
      readonly prefer: 'past' | 'future' | 'nearest';
    }
  | { readonly kind: 'unit'; readonly label: string; readonly optional: boolean }
  | { readonly kind: 'person'; readonly label: string; readonly optional: boolean }
  | { readonly kind: 'assignee'; readonly label: string; readonly optional: boolean }
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly optional: boolean;
      readonly words: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'rest';
      readonly label: string;
      readonly optional: boolean;
      /** In a form: a line instead of a box, and how it is written. */
      readonly short?: boolean;
      readonly hint?: string;
    };

/** Named slots, in the order of the usage line. */
export type Slots = Readonly<Record<string, Slot>>;

/** What a slot of each kind gives to `run`. */
export interface SlotValues {
  /** The project, loaded, of this org. */
  readonly project: Project;
  /** The number after the letter: R45 → 45. */
  readonly record: number;
  /** 万元. */
  readonly amount: Amount;
  /** 万美元. */
  readonly foreign: ForeignAmount;
  readonly date: CalendarDate;
  readonly dates: { readonly from: CalendarDate; readonly to: CalendarDate };
  readonly unit: { readonly id: number; readonly name: string };
  readonly person: { readonly id: number; readonly name: string };
  readonly assignee: readonly Named[];
  /** The canonical word of the choice. */
  readonly choice: string;
  /** What is left of the line, trimmed. */
  readonly rest: string;
}

/** The arguments of a command: every slot by its name; optional ones may be undefined. */
export type Values<S extends Slots> = {
  readonly [Name in keyof S]: S[Name]['optional'] extends true
    ? SlotValues[S[Name]['kind']] | undefined
    : SlotValues[S[Name]['kind']];
};

/**
 * A project by number or by enough of its name. `own` (the default of writes): the caller must be allowed to use the
 * command's ability on the project's unit, checked once for all commands.
 */
export const project = <const O extends boolean = false>(
  options: { optional?: O; whose?: 'own' | 'any'; label?: string } = {},
) =>
  ({
    kind: 'project',
    label: options.label ?? '项目',
    optional: (options.optional ?? false) as O,
    whose: options.whose ?? 'own',
  }) as const;
/** A record by its number: R task, W problem, C commitment, S request, H activity, L ledger entry. */
export const record = <const O extends boolean = false>(
  letter: 'R' | 'W' | 'C' | 'S' | 'H' | 'L' | 'X',
  label: string,
  options: { optional?: O } = {},
) => ({ kind: 'record', letter, label, optional: (options.optional ?? false) as O }) as const;
/** Money in RMB; a foreign currency, a negative, malformed or absurd number is refused with the reason. */
export const amount = <const O extends boolean = false>(label = '金额', options: { optional?: O } = {}) =>
  ({ kind: 'amount', label, optional: (options.optional ?? false) as O }) as const;
/** Money in US dollars. */
export const foreign = <const O extends boolean = false>(label = '外资金额', options: { optional?: O } = {}) =>
  ({ kind: 'foreign', label, optional: (options.optional ?? false) as O }) as const;
/** One day; a range is refused. `prefer` says how a day without a year is read. */
export const day = <const O extends boolean = false>(
  prefer: 'past' | 'future',
  label = '日期',
  options: { optional?: O } = {},
) => ({ kind: 'date', prefer, label, optional: (options.optional ?? false) as O }) as const;
/** A day or a span of days. */
export const days = <const O extends boolean = false>(
  prefer: 'past' | 'future' | 'nearest',
  label = '日期',
  options: { optional?: O } = {},
) => ({ kind: 'dates', prefer, label, optional: (options.optional ?? false) as O }) as const;
/** A unit by name or alias. */
export const unit = <const O extends boolean = false>(options: { optional?: O; label?: string } = {}) =>
  ({ kind: 'unit', label: options.label ?? '单位', optional: (options.optional ?? false) as O }) as const;
/** A person by name or mention. */
export const person = <const O extends boolean = false>(options: { optional?: O; label?: string } = {}) =>
  ({ kind: 'person', label: options.label ?? '人员', optional: (options.optional ?? false) as O }) as const;
/** One or more units or people ("@城关镇 @张三"). */
export const assignee = <const O extends boolean = false>(label = '责任单位或人', options: { optional?: O } = {}) =>
  ({ kind: 'assignee', label, optional: (options.optional ?? false) as O }) as const;
/** One of a list of words; `words` maps every accepted word to its canonical one. */
export const choice = <const O extends boolean = false>(
  label: string,
  words: Readonly<Record<string, string>>,
  options: { optional?: O } = {},
) => ({ kind: 'choice', label, words, optional: (options.optional ?? false) as O }) as const;
/** The rest of the line. */
export const rest = <const O extends boolean = false>(label: string, options: { optional?: O } = {}) =>
  ({ kind: 'rest', label, optional: (options.optional ?? false) as O }) as const;
/** A few words of a form, which may be left empty; `hint` says how they are written. */
export const words = (label: string, hint?: string) =>
  ({ kind: 'rest', label, optional: true, short: true, ...(hint ? { hint } : {}) }) as const;
