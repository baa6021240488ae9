import { createHash } from 'node:crypto';
import type { Attachment } from '../../rendering/attachments.ts';
import type { Outgoing } from '../../rendering/outgoing.ts';
import { DeliveryError } from '../platform.ts';
import { type AppApi, codeOf } from './api.ts';
import { isPicture, tooLarge } from './attach.ts';
import { buttonCards, doneCard } from './cards.ts';
import { APP_IMAGE, APP_MARKDOWN, FILE, FILE_LEAST, MEDIA_GONE, MEMBER_RATE, NAME } from './limits.ts';
import { render } from './render.ts';
import type { Sender, Step } from './step.ts';

/** Seconds in which WeCom shows the same bytes once: four hours, the most it takes. */
const SAME_SECONDS = 14_400;

/**
 * To one person by the self-built app: text, cards with the buttons, pictures and files. The same bytes again are shown once.
 * A press first turns its card into the outcome; where that says everything, nothing else is sent.
 */
export async function byApp(sender: Sender, app: AppApi, message: Outgoing): Promise<readonly Step[]> {
  if (!message.from && (await updatesCard(sender, app, message))) return [];
  return stepsOf(sender, app, message);
}

/** Shows the outcome on the pressed card, whose response code works once; true when that says everything. */
async function updatesCard({ config }: Sender, app: AppApi, { answerTo, chat, reply }: Outgoing): Promise<boolean> {
  const { response_code: code, task_id: taskId } = answerTo ?? {};
  if (!code || !taskId || reply.tone === 'refused') return false;
  const { card, whole } = doneCard(reply, taskId);
  const agentid = Number(config.app?.agentId ?? 0);
  const body = { userids: [chat.externalId], agentid, response_code: code, template_card: card };
  return app.call('message/update_template_card', JSON.stringify(body)).then(
    () => whole,
    () => false,
  );
}

function stepsOf({ config, host }: Sender, app: AppApi, message: Outgoing): readonly Step[] {
  const mark = markOf(message.id);
  const surface = {
    bytes: APP_MARKDOWN - Buffer.byteLength(mark),
    tables: false,
    cards: true,
    publicUrl: host.publicUrl,
  };
  const { messages, attachments } = render(message.reply, surface);
  const userId = message.chat.externalId;
  const base = {
    touser: userId,
    agentid: Number(config.app?.agentId ?? 0),
    enable_duplicate_check: 1,
    duplicate_check_interval: SAME_SECONDS,
  };
  const say = async (body: object): Promise<string> => {
    await host.pace(`${NAME}:member:${message.workspace}:${userId}`, MEMBER_RATE);
    const answer = await app.call('message/send', JSON.stringify({ ...base, ...body }));
    const missed = ['invaliduser', 'unlicenseduser'].find((list) => answer[list]);
    if (missed) throw new DeliveryError('refused', `errcode 81013 ${missed}`);
    return String(answer.msgid ?? '');
  };
  return [
    ...messages.map((content) => () => say({ msgtype: 'markdown', markdown: { content: content + mark } })),
    ...buttonCards(message.reply, message.id.replaceAll('-', '')).map(
      (card) => () => say({ msgtype: 'template_card', template_card: card }),
    ),
    ...attachments.map((one, at) => async () => {
      const bytes = Buffer.from(await one.bytes((file) => host.readFile(message.orgId, file)));
      const key = `${message.id}.${at}`;
      const sayOnce = async () => say(await bodyOf(app, one, bytes, key));
      return sayOnce().catch((error: unknown) => {
        if (codeOf(error) !== MEDIA_GONE) throw error;
        app.forget(key);
        return sayOnce();
      });
    }),
  ];
}

/** Nothing that is seen: without it the same answer to the same question would be taken for the same message for hours. */
const markOf = (id: string): string =>
  [...createHash('sha256').update(id).digest().subarray(0, 12)]
    .map((byte) => (byte % 2 ? '\u200b' : '\u200c'))
    .join('');

async function bodyOf(app: AppApi, one: Attachment, bytes: Buffer, key: string): Promise<object> {
  if (bytes.length > FILE || bytes.length < FILE_LEAST)
    return { msgtype: 'markdown', markdown: { content: tooLarge(one) } };
  const type = isPicture(one, bytes) && bytes.length <= APP_IMAGE ? 'image' : 'file';
  return { msgtype: type, [type]: { media_id: await app.upload(type, key, bytes, one.name) } };
}
