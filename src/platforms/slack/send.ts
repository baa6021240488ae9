import type { Attachment } from '../../rendering/attachments.ts';
import type { Outgoing } from '../../rendering/outgoing.ts';
import { DeliveryError, groupFailure, type Host, type Passed, type Sent, sendParts, unseen } from '../platform.ts';
import { call, post } from './api.ts';
import type { SlackConfig } from './config.ts';
import { ALT, CHANNEL_RATE, NAME, RESPONSES, WORKSPACE_RATE } from './limits.ts';
import { render, type SlackMessage } from './render.ts';

/** What goes into every message's metadata beside its id. */
const EVENT_TYPE = 'xiaozhao_message';

type Lent = Pick<Host, 'readFile' | 'publicUrl' | 'pace'>;

/** Sends one message, part by part: its messages, then pictures and files; privately where only the asker may see it. */
export async function send(config: SlackConfig, host: Lent, message: Outgoing, passed?: Passed): Promise<Sent> {
  const { messages, attachments } = render(message.reply, host.publicUrl);
  const isPrivate = message.reply.private === true && message.chat.kind === 'group';
  const place = new Place(config, message, isPrivate);
  const inPlace = (one: SlackMessage, at: number) =>
    place.try((channel) => publicly(config, message, channel, one, at));
  const say = isPrivate ? privately(config, message, messages.length, inPlace) : inPlace;
  const paced = (work: () => Promise<string | undefined>) => async () => {
    await host.pace(`${NAME}:${message.workspace}`, WORKSPACE_RATE);
    await host.pace(`${NAME}:${message.workspace}:${message.chat.externalId}`, CHANNEL_RATE);
    return work();
  };
  const parts = [
    ...messages.map((one, at) => paced(() => say(one, at))),
    ...attachments.map((one) => paced(() => place.try((channel) => upload(config, host, message, one, channel)))),
  ];
  return sendParts(message, parts, passed).catch((error: unknown) => {
    throw groupFailure(error, message, OUTSIDE);
  });
}

/** Into the channel, with our id in its metadata; drawn with older blocks where the workspace lacks the newest. */
async function publicly(
  config: SlackConfig,
  message: Outgoing,
  channel: string,
  { text, blocks, older }: SlackMessage,
  at: number,
): Promise<string> {
  const body = {
    channel,
    text,
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: EVENT_TYPE, event_payload: { outbox_id: `${message.id}.${at}` } },
  };
  const answer = await call(config, 'chat.postMessage', { ...body, blocks }).catch((error: unknown) => {
    if (!(error instanceof DeliveryError && /invalid_(?:blocks|attachments)/.test(error.message))) throw error;
    return call(config, 'chat.postMessage', { ...body, blocks: older });
  });
  return String(answer.ts ?? '');
}

/** Only for the asker: by the response URL while it lasts, else as an ephemeral message, else (where the bot is not) alone. */
function privately(
  config: SlackConfig,
  { answerTo, chat, personExternalId }: Outgoing,
  count: number,
  alone: (one: SlackMessage, at: number) => Promise<string>,
): (one: SlackMessage, at: number) => Promise<string | undefined> {
  const url = answerTo?.response_url;
  return async (one, at) => {
    if (url && count <= RESPONSES && (await byUrl(url, one))) return undefined;
    const { text, older } = one;
    const body = { channel: chat.externalId, user: personExternalId ?? '', text, blocks: older };
    try {
      await call(config, 'chat.postEphemeral', body);
      return undefined;
    } catch (error) {
      if (!(error instanceof DeliveryError && OUTSIDE.test(error.message))) throw error;
      return alone(one, at);
    }
  };
}

/** By the response URL, to the asker alone; false when it is used up or over (five uses, half an hour). */
async function byUrl(url: string, { text, older }: SlackMessage): Promise<boolean> {
  const body = JSON.stringify({ response_type: 'ephemeral', replace_original: false, text, blocks: older });
  try {
    await post(url, { headers: { 'content-type': 'application/json' }, body });
    return true;
  } catch (error) {
    if (error instanceof DeliveryError && error.kind === 'refused') return false;
    throw error;
  }
}

async function upload(
  config: SlackConfig,
  host: Lent,
  message: Outgoing,
  file: Attachment,
  channel: string,
): Promise<undefined> {
  const bytes = await file.bytes((stored) => host.readFile(message.orgId, stored));
  const about = { filename: file.name, length: bytes.byteLength, alt_txt: file.alt.slice(0, ALT).toWellFormed() };
  const begun = await unseen(() => call(config, 'files.getUploadURLExternal', about, true));
  const headers = { 'content-type': 'application/octet-stream' };
  await unseen(() => post(String(begun.upload_url), { headers, body: Buffer.from(bytes) }));
  await call(config, 'files.completeUploadExternal', {
    files: [{ id: String(begun.file_id), title: file.name }],
    channel_id: channel,
  });
  return undefined;
}

/** What Slack says of a channel that the bot, or the asker, is not in. */
const OUTSIDE = /not_in_channel|channel_not_found|is_archived/;

/** The channel a message goes to; an answer to somebody in a channel without the bot goes to them alone. */
class Place {
  private readonly config: SlackConfig;
  private readonly person: string;
  private id: string;
  private channel: Promise<string> | undefined;

  constructor(config: SlackConfig, { chat, personExternalId = '' }: Outgoing, isPrivate: boolean) {
    this.config = config;
    this.person = personExternalId;
    this.id = isPrivate ? personExternalId : chat.externalId;
  }

  async try<T>(work: (channel: string) => Promise<T>): Promise<T> {
    this.channel ??= channelOf(this.config, this.id);
    try {
      return await work(await this.channel);
    } catch (error) {
      const outside = error instanceof DeliveryError && OUTSIDE.test(error.message);
      if (!outside || !this.person || this.id === this.person) throw error;
      this.id = this.person;
      this.channel = undefined;
      return this.try(work);
    }
  }
}

/** A person's direct channel is opened by their id; any other is named by its own. */
async function channelOf(config: SlackConfig, id: string): Promise<string> {
  if (!/^[UW]/.test(id)) return id;
  const { channel } = await unseen(() => call(config, 'conversations.open', { users: id }));
  return (channel as { id?: string } | undefined)?.id ?? id;
}

interface HistoryMessage {
  readonly ts: string;
  readonly metadata?: { readonly event_payload?: { readonly outbox_id?: string } };
  readonly files?: readonly { readonly title?: string; readonly name?: string }[];
}

/** Seconds before a message was made from which history is read. */
const BEFORE_S = 60;

/** Looks in the channel's history for the part that is in doubt. Private answers cannot be read back. */
export async function find(config: SlackConfig, publicUrl: string, message: Outgoing): Promise<Sent | null> {
  if (message.reply.private && message.chat.kind === 'group')
    throw new DeliveryError('refused', 'a private answer cannot be read back');
  const { messages, attachments } = render(message.reply, publicUrl);
  const from = message.from ?? 0;
  const channel = await channelOf(config, message.chat.externalId);
  const oldest = Math.max(0, madeAt(message.id) / 1000 - BEFORE_S);
  const answer = await call(
    config,
    'conversations.history',
    { channel, limit: 200, oldest: oldest.toFixed(6), include_all_metadata: true },
    true,
  );
  const history = (answer.messages ?? []) as readonly HistoryMessage[];
  if (from < messages.length) {
    const found = history.find((one) => one.metadata?.event_payload?.outbox_id === `${message.id}.${from}`);
    return found ? { reference: found.ts } : null;
  }
  const name = attachments[from - messages.length]?.name;
  const wanted = attachments.slice(0, from - messages.length + 1).filter((one) => one.name === name).length;
  const after = history.filter((one) => !message.reference || one.ts > message.reference);
  const there = after.flatMap((one) => one.files ?? []).filter((file) => (file.title ?? file.name) === name).length;
  return there >= wanted ? {} : null;
}

/** When a message was made, in milliseconds: its id is a UUID of version 7. */
const madeAt = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) || 0;
