import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { type Room, type RoomChat, roomChat, type Speaker } from '../../services/room.service.ts';
import { inOrg } from '../../services/transaction.ts';
import type { SaidBody } from './body.ts';
import type { Bindings } from './guard.ts';
import { ApiMessage, toIncoming } from './parse.ts';
import { readBody, refuse } from './read-body.ts';
import { toApiReply } from './render.ts';
import { talk } from './talk.ts';
import { type Deps, firstStaff, sampleRoom } from './viewer.ts';

/** POST /api/chat: the built-in chat for programs and the command line. This machine and the sample org only. */
export function chatApi(deps: Deps): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  app.post('/', async (context) => {
    const room = await sampleRoom(deps.host, context);
    if (!room) return refuse(context, 403, '内置聊天只在本机、只对示例地区开放。').refusal;
    const read = await readBody(context, ApiMessage);
    if ('refusal' in read) return read.refusal;
    const found = await findPlace(deps, room, read.body);
    if ('unknown' in found) return refuse(context, 400, found.unknown).refusal;
    const { speaker, chat } = found;
    const key = read.body.message_id ?? randomUUID();
    const answer = await talk(deps, {
      orgId: room.orgId,
      chat,
      speaker,
      said: saidOf(read.body),
      incoming: toIncoming(
        read.body,
        { workspace: room.workspace, chat, sender: speaker },
        { source: read.body.press === undefined ? 'api' : 'press', key },
      ),
    });
    const base = `http://${context.req.header('host')}`;
    return context.json({ replies: answer.replies.map((reply) => toApiReply(reply, base)) });
  });
  return app;
}

/**
 * The speaker and chat that are meant by names; what is not known comes back in words. A person's name as chat (or 小招)
 * is that person's direct chat with the bot, where only they speak.
 */
async function findPlace(
  { host }: Deps,
  room: Room,
  { from, chat }: ApiMessage,
): Promise<{ speaker: Speaker; chat: RoomChat } | { unknown: string }> {
  const speaker = from === undefined ? firstStaff(room) : named(room, from);
  if (!speaker) return { unknown: from ? `没有叫“${from}”的人员。` : '示例地区还没有人员，请先导入花名册。' };
  const wanted = chat?.trim();
  const group = wanted === undefined ? mainGroup(room) : room.chats.find((one) => isGroup(one) && one.name === wanted);
  if (group) return { speaker, chat: group };
  const other = wanted === '小招' ? speaker : named(room, wanted ?? '');
  if (!other) return { unknown: `没有叫“${chat ?? ''}”的群或人员。` };
  if (from !== undefined && other.id !== speaker.id) return { unknown: `${other.name}与小招的私聊里只有本人能说话。` };
  const direct = await inOrg(host.db, room.orgId, (tx) => roomChat(tx, room, other.externalId));
  return direct ? { speaker: other, chat: direct } : { unknown: `没有与“${other.name}”的私聊。` };
}

const named = (room: Room, name: string): Speaker | undefined =>
  room.people.find((person) => person.name === name.trim());

const isGroup = (chat: RoomChat): boolean => chat.kind === 'group';

function mainGroup(room: Room): RoomChat | undefined {
  const groups = room.chats.filter(isGroup);
  return groups.find((chat) => chat.name === room.mainChat) ?? groups[0];
}

function saidOf({ text, quote, press, files }: ApiMessage): SaidBody {
  return {
    kind: 'said',
    text: press === undefined ? (text ?? '') : '（按了一个按钮）',
    ...(quote ? { quote } : {}),
    ...(files ? { files: files.map((file) => file.name) } : {}),
    ...(press === undefined ? {} : { pressed: true }),
  };
}
