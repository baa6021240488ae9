import type { FillPress, Form, PressArgs, SealedForm } from './form.ts';

export type { PressArgs };

/**
 * What a handler or a scheduled post answers with: plain data that knows no platform. Each platform draws it in its own
 * best form within its limits; `text.ts` gives the plain form that always exists. All texts are Chinese, unescaped
 * (escaping is the renderer's duty), and may hold anything a person typed.
 */
export interface Reply {
  /** One line: what was done, with its number ("已录入 X113 华辰光伏组件项目"). */
  readonly title: string;
  /** Colours the title; always also said in words. */
  readonly tone?: Tone;
  readonly parts?: readonly Part[];
  readonly buttons?: readonly Button[];
  /** People to be called by the platform's own mention, beside the text. */
  readonly mentions?: readonly Mention[];
  /** The number of the record that was written or shown ("X113"), for programs that drive the bot. */
  readonly record?: string;
  /** Only the asking person may see it (a private list, a one-time link); in a group the platform sends it privately. */
  readonly private?: boolean;
  /** It came of a press that did something: the button is used up. */
  readonly spent?: true;
  /** What is asked, as a form, for platforms that have forms; the parts say the same in words. */
  readonly form?: Form;
  /** What a form that was filled in has wrong, by field. */
  readonly errors?: Readonly<Record<string, string>>;
}

/** ok: done · info: shown · ask: something is expected · warn: look here · refused: not done. */
export type Tone = 'ok' | 'info' | 'ask' | 'warn' | 'refused';

/** A closed set: a renderer that forgets one does not compile. */
export type Part = TextPart | FactsPart | ListPart | TablePart | PicturePart | FilePart | NotePart;

/** A paragraph. */
export interface TextPart {
  readonly type: 'text';
  readonly text: string;
}

/** Label and value, drawn as a two-column list: at most about ten. */
export interface FactsPart {
  readonly type: 'facts';
  readonly facts: readonly Fact[];
}

/** One labelled value; `was` is the value before a change, shown as "before → after". */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly was?: string;
}

/** Short items under an optional heading. */
export interface ListPart {
  readonly type: 'list';
  readonly heading?: string;
  readonly items: readonly string[];
}

/** A table of already formatted cells. `more` says what is left out on purpose ("另有 12 个单位，见附件"). */
export interface TablePart {
  readonly type: 'table';
  readonly heading?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly more?: string;
}

/** A column's head and how its cells stand. */
export interface Column {
  readonly head: string;
  readonly align?: 'left' | 'right';
}

/** A picture kept in the file store, with the same facts as text. */
export interface PicturePart {
  readonly type: 'picture';
  readonly file: StoredFile;
  readonly alt: string;
}

/** A document to hand over. */
export interface FilePart {
  readonly type: 'file';
  readonly file: StoredFile;
}

/** Small print: calibre, cut-off, what was not understood. */
export interface NotePart {
  readonly type: 'note';
  readonly text: string;
}

/** A file of the org's file store: `id` finds the bytes, `name` is what people see, `size` in bytes. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
}

/** Something to tap. Pressing it does `press` in the name of the person who pressed. */
export interface Button {
  readonly label: string;
  readonly style?: 'primary' | 'danger';
  readonly press: Press;
  /** Only this person may press it; else anyone whose role allows the command. */
  readonly for?: number;
  /** Asked before it is done, where the platform can ("确定冲销？"). */
  readonly confirm?: string;
  /** Open a page instead of pressing (the console). */
  readonly url?: string;
  /** It asks for more: a platform that has forms shows the form of its line at once. */
  readonly form?: true;
}

/** A line as if typed, a command's form, or a named action of a command file with its arguments (JSON values). */
export type Press =
  | { readonly say: string }
  | FillPress
  | { readonly command: string; readonly action: string; readonly args: PressArgs };

/** A person to be called. `name` stands in the plain form. */
export interface Mention {
  readonly personId: number;
  readonly name: string;
}

/** A reply as it leaves for a platform: buttons carry tokens instead of what they do, mentions the platform's ids. */
export interface SealedReply extends Omit<Reply, 'buttons' | 'mentions' | 'form'> {
  readonly buttons?: readonly SealedButton[];
  readonly mentions?: readonly SealedMention[];
  readonly form?: SealedForm;
}

/** A button with an opaque, signed, expiring token. */
export interface SealedButton extends Omit<Button, 'press' | 'for'> {
  readonly token: string;
  /** The same for all buttons about one question: when one of them was used, the others are of no use. */
  readonly group?: string;
}

/** A mention with the person's id on the platform; absent when the person is not bound there (the name then stands alone). */
export interface SealedMention {
  readonly name: string;
  readonly externalId?: string;
}

/** A paragraph. */
export const text = (value: string): TextPart => ({ type: 'text', text: value });
/** Small print. */
export const note = (value: string): NotePart => ({ type: 'note', text: value });
/** Labelled values; empty ones are left out. */
export const facts = (
  ...entries: readonly (readonly [label: string, value: string | null | undefined])[]
): FactsPart => ({
  type: 'facts',
  facts: entries.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
});
/** A list with an optional heading. */
export const list = (items: readonly string[], heading?: string): ListPart =>
  heading ? { type: 'list', heading, items } : { type: 'list', items };
/** A button that types a line. */
export const say = (label: string, line: string, style?: Button['style']): Button =>
  style ? { label, press: { say: line }, style } : { label, press: { say: line } };
/** A button that types a line which lacks something: it is asked for, by a form where there are forms. */
export const sayMore = (label: string, line: string, style?: Button['style']): Button => ({
  ...say(label, line, style),
  form: true,
});
