import type { Field, SealedForm } from '../../rendering/form.ts';
import type { SealedReply } from '../../rendering/reply.ts';
import { toText } from '../../rendering/text.ts';
import { type Block, plainText, sections, shortened } from './blocks.ts';
import { FORM_VIEW, NOTICE_VIEW } from './callbacks.ts';
import { INPUT, METADATA, OPTION, VIEW_BLOCKS, VIEW_TITLE } from './limits.ts';

/** What a modal carries from its opening to its sending: the form's token, where it came from, which button opened it. */
export interface ViewPlace {
  readonly token: string;
  /** The channel whose members see what came of it; absent: the person alone. */
  readonly channel?: string;
  /** The message whose button opened it, and that button's place. */
  readonly ts?: string;
  readonly button?: string;
}

/** A form as a modal. */
export function formView(form: SealedForm, place: Omit<ViewPlace, 'token'>): Block {
  const metadata = JSON.stringify({ token: form.token, ...place });
  return {
    type: 'modal',
    callback_id: FORM_VIEW,
    title: plainText(shortened(form.title, VIEW_TITLE)),
    submit: plainText(shortened(form.submit, VIEW_TITLE)),
    close: plainText('取消'),
    private_metadata: metadata.length <= METADATA ? metadata : JSON.stringify({ token: form.token }),
    blocks: form.fields.slice(0, VIEW_BLOCKS).map(inputBlock),
  };
}

/** The place of a modal that came back; null when it is none of ours. */
export function placeOf(metadata: string | undefined): ViewPlace | null {
  try {
    const place = JSON.parse(metadata ?? '') as ViewPlace;
    return typeof place?.token === 'string' ? place : null;
  } catch {
    return null;
  }
}

/** A reply in a modal, in words: a refusal, or that it takes a moment. */
export const noticeView = (reply: SealedReply, title = '没有办成'): Block => ({
  type: 'modal',
  callback_id: NOTICE_VIEW,
  title: plainText(title),
  close: plainText('关闭'),
  blocks: sections(toText(reply)),
});

/** What stands there until the form is ready. */
export const LOADING = noticeView({ title: '正在打开，请稍候……' }, '请稍候');
/** What stands there when the answer takes longer than Slack waits. */
export const WORKING = noticeView({ title: '正在办理，结果会发到聊天里。' }, '请稍候');

const inputBlock = (field: Field): Block => ({
  type: 'input',
  block_id: field.name,
  label: plainText(field.label),
  optional: field.optional,
  ...(field.hint ? { hint: plainText(field.hint) } : {}),
  element: { action_id: field.name, ...element(field) },
});

function element(field: Field): Block {
  const { kind, value = '' } = field;
  switch (kind) {
    case 'line':
    case 'text':
      return input(value, kind === 'text');
    case 'date':
      return { type: 'datepicker', ...(/^\d{4}-\d{2}-\d{2}$/.test(value) ? { initial_date: value } : {}) };
    case 'choice':
      return staticSelect(field.choices ?? [], value);
    case 'project':
    case 'unit':
    case 'person':
      return { ...EXTERNAL, type: 'external_select', ...first(optionOf(value, field.shown ?? value)) };
    case 'assignee':
      return {
        ...EXTERNAL,
        type: 'multi_external_select',
        ...all(value.split(/\s+/).map((one) => optionOf(one, one))),
      };
  }
}

const EXTERNAL = { min_query_length: 0, placeholder: plainText('输入名称、拼音或编号查找') };

/** Words to type; what is too long to stand there is typed again. */
const input = (value: string, multiline = false): Block => ({
  type: 'plain_text_input',
  multiline,
  max_length: INPUT,
  ...(value && value.length <= INPUT ? { initial_value: value } : {}),
});

/** Slack takes a hundred; what has more is typed. */
function staticSelect(choices: readonly string[], value: string): Block {
  const options = choices.flatMap((choice) => optionOf(choice, choice) ?? []);
  if (options.length === 0 || options.length > 100 || options.length < choices.length) return input(value);
  return { type: 'static_select', options, ...(choices.includes(value) ? first(optionOf(value, value)) : {}) };
}

const first = (option: Block | null): Block => (option ? { initial_option: option } : {});

function all(options: readonly (Block | null)[]): Block {
  const known = options.flatMap((option) => option ?? []);
  return known.length > 0 ? { initial_options: known } : {};
}

/** An entry of a list; null where Slack would not take it. */
export const optionOf = (value: string, label: string): Block | null =>
  value && value.length <= OPTION ? { text: plainText(shortened(label, OPTION)), value } : null;
