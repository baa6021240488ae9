import { render as renderSlack } from '../../../src/platforms/slack/render.ts';
import { render as renderWecom } from '../../../src/platforms/wecom/render.ts';
import type { SealedReply } from '../../../src/rendering/reply.ts';

/** A reply as each platform would get it, as the text of its JSON. */
export const renderedFor = (reply: SealedReply): readonly string[] => [
  JSON.stringify(renderSlack(reply, 'http://127.0.0.1').messages),
  JSON.stringify(
    renderWecom(reply, { bytes: 2048, tables: false, cards: true, publicUrl: 'http://127.0.0.1' }).messages,
  ),
];
