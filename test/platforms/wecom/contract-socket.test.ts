import { expect, vi } from 'vitest';
import { wecomWith } from '../../../src/platforms/wecom/index.ts';
import { openStage } from '../../support/contract-stage.ts';
import { type SocketFrame, wecomSocketEmulator } from '../../support/emulators/wecom-socket.ts';
import { platformContract, type Shown, type Stage } from '../../support/platform-contract.ts';
import { KEEP } from '../../support/wecom-line.ts';
import { shownOf } from './shown.ts';

const PLACE = { platform: 'wecom', workspace: 'ww0socket', user: 'zhangsan', chat: 'wrContract' };
const MISHAPS = { lost: 'drop', cut: 'cut', limited: 846_607 } as const;

/** A frame as people see it; null for uploads. */
function shown({ cmd, body = {} }: SocketFrame): readonly Shown[] {
  if (!cmd?.match(/^aibot_(?:respond|send)/)) return [];
  const { stream, template_card: card } = body as {
    stream?: { content: string };
    template_card?: { main_title: { title: string }; sub_title_text?: string };
  };
  const plain = stream ? { msgtype: 'markdown', markdown: stream } : body;
  const seen = shownOf({ path: 'aibot/response', body: card ? { ...body, msgtype: 'template_card' } : plain });
  const words = [card?.main_title.title, card?.sub_title_text].filter(Boolean).join('\n');
  return seen ? [card ? { ...seen, text: words } : seen] : [];
}

const stage = (): Promise<Stage> =>
  openStage(PLACE, async (start) => {
    const server = await wecomSocketEmulator('aib1', 'bot-secret');
    const environment = {
      WECOM_CORP_ID: PLACE.workspace,
      WECOM_BOT_ID: 'aib1',
      WECOM_BOT_SECRET: 'bot-secret',
      WECOM_BOT_WS_URL: server.url,
    };
    let taken = 0;
    let isUp = true;
    let platform: ReturnType<typeof wecomWith> = null;
    const line = await start((host) => {
      const accept: typeof host.accept = async (incoming) => {
        const isNew = await host.accept(incoming);
        taken += 1;
        return isNew;
      };
      platform = wecomWith(environment, { ...host, accept }, { keep: { ...KEEP, refusedMs: 50 } });
      return platform;
    });
    const connected = () => vi.waitFor(() => expect(server.connected).toBe(1), { timeout: 40_000, interval: 5 });
    await (platform as ReturnType<typeof wecomWith>)?.start({ web: true, works: true });
    await connected();
    const place = { aibotid: 'aib1', chatid: PLACE.chat, chattype: 'group', from: { userid: PLACE.user } };
    const deliver = async (act: () => void) => {
      await connected();
      const before = taken;
      act();
      await vi.waitFor(() => expect(taken).toBe(before + 1), { timeout: 40_000, interval: 5 });
    };
    const sent = (of: RegExp) => server.frames.filter(({ cmd }) => of.test(cmd ?? '')).flatMap(shown);
    return {
      line: {
        ...line,
        settle: async (others) => {
          if (isUp) await connected();
          return line.settle(others);
        },
      },
      says: (text, key) =>
        deliver(() => void server.say({ ...place, msgid: key, msgtype: 'text', text: { content: `@小招 ${text}` } })),
      presses: ({ token }, key) => {
        const card = { card_type: 'button_interaction', event_key: token, task_id: 'task' };
        const event = { eventtype: 'template_card_event', template_card_event: card };
        return deliver(() => void server.event({ ...place, msgid: key, event }));
      },
      answers: async () => sent(/respond/),
      posts: async () => sent(/send_msg/),
      trouble: (how, after) => server.fail('aibot_send_msg', MISHAPS[how], after),
      down: async () => {
        isUp = false;
        server.subscriptionsGet(600_000);
        server.drop();
      },
      up: async () => {
        isUp = true;
        server.subscriptionsGet(0);
        await connected();
      },
      close: async () => {
        await platform?.stop();
        await server.close();
      },
    };
  });

platformContract('wecom, over the long connection', { settlesDoubt: false }, stage);
