import { isSheet } from '../domain/project/evidence.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { type Incoming, MAX_BYTES, MAX_LINES } from './incoming.ts';
import type { Ran } from './ran.ts';
import { type Deps, runPress } from './run-press.ts';
import { runText, showLine } from './run-text.ts';

/** Decides what one line, press or file is, and does it. Throws Refusals; everything is in the caller's transaction. */
export async function runLine(deps: Deps, context: Context | null, incoming: Incoming): Promise<Ran> {
  if (!context) throw new Refusal('person.unknown');
  if (incoming.press !== undefined) return runPress(deps, context, incoming, incoming.press);
  if (Buffer.byteLength(incoming.text) > MAX_BYTES) throw new Refusal('text.too-long', { limit: MAX_BYTES });
  if (incoming.text.split('\n').filter((line) => line.trim()).length > MAX_LINES) {
    throw new Refusal('text.too-many-lines', { limit: MAX_LINES });
  }
  if (incoming.asForm === true) return showLine(deps.book, context, implied(incoming));
  return runText(deps.book, context, implied(incoming), incoming.asForm);
}

const GREETING =
  /^\s*(?:[@＠]?小招)?[\s,，]*(?:你好|您好|在吗|在不在|hi|hello|嗨|你?(?:会|能)(?:做|干|帮)?(?:我们?)?(?:做|干)?(?:些)?(?:什么|啥)|[?？]+)[\s。.!！?？呀啊]*$/i;

/** A greeting is a call for help, a bare sheet an import, any other bare file evidence, a bare quote a lead. */
function implied({ text, files, quote }: Incoming): string {
  if (GREETING.test(text)) return '帮助';
  if (text.replace(/^\s*[@＠]?小招[\s,，:：]*$/, '').trim()) return text;
  if (files && files.length > 0) return files.every(({ name }) => isSheet(name)) ? '导入' : '凭据';
  return quote ? '录入' : '帮助';
}
