import type { Outgoing } from '../platform.ts';
import { post } from './api.ts';
import { BOT_MARKDOWN } from './limits.ts';
import { type Drawing, render, type Surface } from './render.ts';
import type { Sender, Step } from './send.ts';

/** Room for the sentence that says what did not fit. */
const ROOM = 400;
const ROWS = [200, 100, 50, 15, 5];

/**
 * The answer to one message of the smart bot: one markdown, once. As many rows as it holds; what it cannot hold, and files,
 * go on by `beside` where there is a way, and are named where there is none.
 */
export function byResponse(
  { host }: Sender,
  url: string,
  { reply }: Outgoing,
  beside: readonly Step[],
): readonly Step[] {
  const surface = { bytes: BOT_MARKDOWN - ROOM, tables: true, cards: false, publicUrl: host.publicUrl };
  const { messages, attachments } = widest(reply, surface);
  const [content = ''] = messages;
  const over = messages.length > 1 || attachments.length > 0;
  const words =
    beside.length > 0 ? '（全文和附件另发。）' : `（${restOf(messages, attachments)}这里发不了，请私聊小招再问一次。）`;
  const whole = over ? `${content}\n${words}` : content;
  const say: Step = async () => {
    await post(url, JSON.stringify({ msgtype: 'markdown', markdown: { content: whole } }));
    return undefined;
  };
  return over ? [say, ...beside] : [say];
}

/** As many rows as one message holds. */
function widest(reply: Outgoing['reply'], surface: Surface): Drawing {
  const drawings = ROWS.map((rows) => render(reply, { ...surface, rows }));
  return drawings.find(({ messages }) => messages.length <= 1) ?? render(reply, surface);
}

const restOf = (messages: readonly string[], attachments: readonly { readonly name: string }[]): string =>
  [
    messages.length > 1 ? `还有约 ${messages.slice(1).join('').length} 字` : '',
    attachments.length > 0 ? `附件 ${attachments.length} 个` : '',
  ]
    .filter(Boolean)
    .join('、');
