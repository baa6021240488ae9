/** What an action or a form needs, small: it travels inside the button. */
export type PressArgs = Readonly<Record<string, string | number | boolean | null>>;

/**
 * A form as data: what is asked, field by field, and what stands there already. A platform that has forms draws it; the
 * others show the reply's text, and the person types. Filling it in is a press that brings the fields along.
 */
export interface Form {
  /** What it is about, short ("分派", "修改线索"). */
  readonly title: string;
  /** What the button that sends it says. */
  readonly submit: string;
  readonly press: FillPress;
  /** Empty in a message that only offers it: what stands in the fields is for who opens it alone. */
  readonly fields: readonly Field[];
}

/** Shows a command's form when it is pressed (its words, where forms are not drawn); does it when the fields come along. */
export interface FillPress {
  /** The command, by its name. */
  readonly fill: string;
  /** What the form is about (a draft's number), or what stands in its fields when it is opened. */
  readonly args: PressArgs;
}

/**
 * line: a few words · text: many · date: a day (ISO) · choice: one of `choices` · project, unit, person: one, looked for
 * while typing · assignee: several units or people, with blanks between.
 */
export type FieldKind = 'line' | 'text' | 'date' | 'choice' | 'project' | 'unit' | 'person' | 'assignee';

/** One field. `value` is what stands in it, as a person would type it; `shown` how it looks in a list of choices. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly optional: boolean;
  readonly value?: string;
  readonly shown?: string;
  /** How it is written ("如 5000万"). */
  readonly hint?: string;
  readonly choices?: readonly string[];
}

/** A form as it leaves for a platform: an opaque, signed, expiring token in place of what it does. */
export interface SealedForm extends Omit<Form, 'press'> {
  readonly token: string;
}

/** One entry of a list that is looked through while typing: `value` is what the field then holds. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}
