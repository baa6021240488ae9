import type { SlackCall, SlackEmulator } from './slack.ts';
import type { SlackSocketEmulator } from './slack-socket.ts';
import type { Heard, Talk } from './talk.ts';
import type { WecomEmulator } from './wecom.ts';
import type { WecomApp } from './wecom-app.ts';
import type { SocketFrame, WecomSocketEmulator } from './wecom-socket.ts';

/** A work group on the emulated WeCom. */
export function wecomTalk(server: WecomSocketEmulator, webhooks: Pick<WecomEmulator, 'up' | 'down' | 'fail'>): Talk {
  let count = 0;
  let taskId = '';
  const place = () => {
    count += 1;
    const from = { userid: 'ZhangSan' };
    return { msgid: `m-${Date.now()}-${count}`, aibotid: 'aib', chatid: 'wrEmulated', chattype: 'group', from };
  };
  return {
    letter: 'w',
    title: '企业微信 工作群',
    say: (words) => void server.say({ ...place(), msgtype: 'text', text: { content: `@小招 ${words}` } }),
    press: (token) => {
      const card = { card_type: 'button_interaction', event_key: token, task_id: taskId };
      server.event({ ...place(), event: { eventtype: 'template_card_event', template_card_event: card } });
    },
    reachable: (up) => {
      server.subscriptionsGet(up ? 0 : 'silence');
      if (!up) server.drop();
      void (up ? webhooks.up() : webhooks.down());
    },
    trouble: (how) => {
      server.fail('aibot_send_msg', how === 'lost' ? 'silence' : 93_006);
      webhooks.fail('webhook/send', how === 'lost' ? 'lost' : 93_000);
    },
    heard: () =>
      server.frames.filter(isShown).map((frame) => {
        const card = cardOf(frame);
        if (card) taskId = card.task_id;
        return wecomHeard(frame);
      }),
  };
}

/** The self-built app, alone with 彭思齐, and whatever else leaves by WeCom's API (posts by group webhooks). */
export function wecomAppTalk(app: WecomApp, api: Pick<WecomEmulator, 'calls' | 'fail'>): Talk {
  let taskId = '';
  let count = 0;
  const shown = /^(?:message\/send|webhook\/send)$/;
  return {
    letter: 'a',
    title: '企业微信 自建应用',
    say: (words) => void app.message('PengSiQi', 'text', { Content: words }).catch(complain),
    press: (token) => {
      count += 1;
      const code = `${Date.now()}-${count}`;
      void app
        .event('PengSiQi', 'template_card_event', { EventKey: token, TaskId: taskId, ResponseCode: code })
        .catch(complain);
    },
    reachable: () => undefined,
    trouble: (how) => api.fail('message/send', how === 'lost' ? 'lost' : 60_011),
    heard: () =>
      api.calls
        .filter(({ path }) => shown.test(path))
        .map(({ path, body }) => {
          const frame = { cmd: path, headers: { req_id: '' }, body: body as SocketFrame['body'] } as SocketFrame;
          taskId = cardOf(frame)?.task_id ?? taskId;
          return wecomHeard(frame);
        }),
  };
}

/** The program that is talked to is not there, or does not take it. */
const complain = (error: unknown): void => void process.stdout.write(`小招没有收下：${String(error)}\n`);

interface Card {
  readonly task_id: string;
  readonly main_title: { readonly title: string };
  readonly sub_title_text?: string;
  readonly button_list: readonly { readonly text: string; readonly key: string }[];
}

/** A file is told of by its upload, which has its name. */
const isShown = ({ cmd, body }: SocketFrame): boolean =>
  !/^aibot_upload_media_(?:chunk|finish)$/.test(cmd ?? '') && !['image', 'file'].includes(String(body?.msgtype));

const cardOf = ({ body }: SocketFrame): Card | undefined => body?.template_card as Card | undefined;

function wecomHeard(frame: SocketFrame): Heard {
  const {
    stream,
    markdown,
    markdown_v2: table,
    text,
    msgtype,
  } = (frame.body ?? {}) as Record<string, { content?: string } | undefined>;
  const card = cardOf(frame);
  const words = (stream ?? markdown ?? table ?? text)?.content;
  const { filename } = (frame.body ?? {}) as { filename?: string };
  if (!card) return { words: words ?? `（${filename ?? String(msgtype ?? frame.cmd)}）`, buttons: [] };
  const buttons = card.button_list.map(({ text: label, key: token }) => ({ label, token }));
  return { words: [card.main_title.title, card.sub_title_text].filter(Boolean).join('\n'), buttons };
}

/** A channel on the emulated Slack. */
export function slackTalk(
  socket: SlackSocketEmulator,
  api: Pick<SlackEmulator, 'calls' | 'up' | 'down' | 'fail'>,
): Talk {
  const team = 'T0EMULATED';
  const user = { id: 'U0ZHANG', team_id: team };
  const channel = { id: 'C0WORK' };
  let count = 0;
  const stamp = () => {
    count += 1;
    return `${Math.floor(Date.now() / 1000)}.${String(count).padStart(6, '0')}`;
  };
  return {
    letter: 's',
    title: 'Slack 频道',
    say: (words) => {
      const ts = stamp();
      const event = { type: 'app_mention', user: user.id, text: `<@U0BOT> ${words}`, ts, channel: channel.id };
      const payload = { type: 'event_callback', team_id: team, event_id: `Ev${ts}`, event };
      socket.deliver({ type: 'events_api', payload });
    },
    press: (value) => {
      const actions = [{ action_id: 'b0', type: 'button', value, action_ts: stamp() }];
      socket.deliver({
        type: 'interactive',
        payload: { type: 'block_actions', user, team: { id: team }, channel, actions },
      });
    },
    reachable: (up) => {
      socket.opensGet(up ? null : 'service_unavailable');
      if (!up) socket.drop();
      void (up ? api.up() : api.down());
    },
    trouble: (how) => api.fail('chat.postMessage', how === 'lost' ? 'lost' : { error: 'channel_not_found' }),
    heard: () => api.calls.filter(({ method }) => /^chat\.post/.test(method)).map(slackHeard),
  };
}

function slackHeard({ body }: SlackCall): Heard {
  const blocks = (body.blocks ?? []) as readonly {
    readonly elements?: readonly { readonly text?: { readonly text: string }; readonly value?: string }[];
  }[];
  const buttons = blocks
    .flatMap((block) => block.elements ?? [])
    .flatMap(({ text, value }) => (text && value ? [{ label: text.text, token: value }] : []));
  return { words: String(body.text ?? ''), buttons };
}
