import { expect, vi } from 'vitest';
import { wecomWith } from '../../src/platforms/wecom/index.ts';
import type { SocketTimes } from '../../src/platforms/wecom/open-socket.ts';
import { type SocketFrame, type WecomSocketEmulator, wecomSocketEmulator } from './emulators/wecom-socket.ts';
import { lineHost } from './line-host.ts';

/** Short times of keeping the connection, for tests. */
export const KEEP = {
  leaseMs: 2000,
  renewMs: 100,
  retryMs: 30,
  retryMostMs: 100,
  refusedMs: 200,
  kickedMs: 300,
  livedMs: 1000,
};

/** 小招 on WeCom's long connection: the emulated server, the platform on the real line, and a group of 张三's. */
export interface WecomLine {
  readonly server: WecomSocketEmulator;
  readonly line: Awaited<ReturnType<typeof lineHost>>;
  readonly environment: Readonly<Record<string, string>>;
  /** A message of 张三's into the group; `extra` changes it. */
  message(content: string, extra?: object): Readonly<Record<string, unknown>>;
  /** A message of his to the bot alone. */
  alone(extra: object): Readonly<Record<string, unknown>>;
  /** Does it, and gives the frames that came of it, at least so many. */
  frames(act: () => void, many?: number): Promise<readonly SocketFrame[]>;
  close(): Promise<void>;
}

/** Starts it, connected; however slow the machine, no answer is announced as under way unless `times` says so. */
export async function wecomLine(extra: Record<string, string> = {}, times: SocketTimes = {}): Promise<WecomLine> {
  const botId = `aib${Math.random().toString(36).slice(2)}`;
  const server = await wecomSocketEmulator(botId, 'bot-secret');
  const workspace = `ww${Math.random().toString(36).slice(2)}`;
  const environment = {
    WECOM_CORP_ID: workspace,
    WECOM_BOT_ID: botId,
    WECOM_BOT_SECRET: 'bot-secret',
    WECOM_BOT_WS_URL: server.url,
    ...extra,
  };
  const place = { platform: 'wecom', workspace, user: 'zhangsan', chat: 'wrGroup' };
  const line = await lineHost(place, (host) =>
    wecomWith(environment, host, { keep: KEEP, patienceMs: 60_000, ...times }),
  );
  await line.platform.start({ web: true, works: true });
  await vi.waitFor(() => expect(server.connected).toBe(1), { timeout: 40_000 });
  let count = 0;
  const message = (content: string, more: object = {}) => {
    count += 1;
    const from = { userid: 'ZhangSan' };
    const text = { content: `@小招 ${content}` };
    return {
      msgid: `m-${count}`,
      aibotid: botId,
      chatid: 'wrGroup',
      chattype: 'group',
      from,
      msgtype: 'text',
      text,
      ...more,
    };
  };
  return {
    server,
    line,
    environment,
    message,
    alone: (more) => message('', { chatid: undefined, chattype: 'single', text: undefined, ...more }),
    frames: async (act, many = 1) => {
      const before = server.frames.length;
      act();
      await vi.waitFor(
        async () => {
          await line.settle();
          expect(server.frames.length).toBeGreaterThanOrEqual(before + many);
        },
        { timeout: 40_000, interval: 20 },
      );
      return server.frames.slice(before);
    },
    close: async () => {
      await line.platform.stop();
      await line.close();
      await server.close();
    },
  };
}

/** The words of a frame: of its stream, its markdown or its card. */
export function wordsOf(frame: SocketFrame | undefined): string {
  const {
    stream,
    markdown,
    template_card: card,
    text,
  } = (frame?.body ?? {}) as Record<
    string,
    { content?: string; main_title?: { title: string }; sub_title_text?: string } | undefined
  >;
  const words = (stream ?? markdown ?? text)?.content;
  return words ?? [card?.main_title?.title, card?.sub_title_text].filter(Boolean).join('\n');
}

/** A button of a frame's card, by its words. */
export function keyOf(frame: SocketFrame | undefined, label: string): string {
  const card = frame?.body?.template_card as { button_list?: readonly { text: string; key: string }[] } | undefined;
  const found = card?.button_list?.find((button) => button.text === label);
  if (!found) throw new Error(`no button ${label} in ${JSON.stringify(frame?.body)}`);
  return found.key;
}
