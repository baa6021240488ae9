import { short } from '../format.ts';
import { note, type Reply, say, text } from '../reply.ts';

/** What a sentence without a command may have meant, each reading a tap away; nothing is written before. */
export const guessCard = (
  meant: { readonly kind: string; readonly lines: readonly { readonly label: string; readonly line: string }[] },
  said: string,
): Reply => ({
  title: `像是一条${meant.kind}，要记下来吗？`,
  tone: 'ask',
  parts: [text(short(said.replace(/\s+/g, ' '), 80)), note('还没有写入。点一下就记；都不是就不用管。')],
  buttons: meant.lines.map(({ label, line }, at) => (at === 0 ? say(label, line, 'primary') : say(label, line))),
});
