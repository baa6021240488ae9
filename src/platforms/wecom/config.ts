import { ConfigError, keySet } from '../../config/config.ts';
import { SOCKET_URL } from './limits.ts';

/** A callback's token and EncodingAESKey. */
export interface CallbackKeys {
  readonly token: string;
  readonly aesKey: string;
}

/** The self-built app. */
export interface AppKeys extends CallbackKeys {
  readonly corpId: string;
  readonly agentId: string;
  readonly secret: string;
}

/** The smart bot over the long connection. */
export interface SocketKeys {
  readonly botId: string;
  readonly secret: string;
  readonly url: string;
}

/** WeCom's part of the environment: the smart bot (by callbacks or by the long connection), the self-built app, or both. */
export interface WecomConfig {
  /** Whose workspace it is: the corp's id, or "wecom" when only the bot is set up. */
  readonly workspace: string;
  readonly bot: CallbackKeys | null;
  readonly socket: SocketKeys | null;
  /** The bot's names in groups, longest first: "@name" is taken out of what people say. */
  readonly botNames: readonly string[];
  readonly app: AppKeys | null;
  /** API base without a slash at the end. */
  readonly apiUrl: string;
}

/** Null when WeCom is off; a ConfigError names what is missing of half a set. */
export function readWecomConfig(environment: Readonly<Record<string, string | undefined>>): WecomConfig | null {
  const bot = keySet(environment, '企业微信智能机器人', ['WECOM_BOT_TOKEN', 'WECOM_BOT_AES_KEY']);
  const socket = socketKeys(environment);
  if (bot && socket)
    throw new ConfigError([
      '企业微信智能机器人：长连接（WECOM_BOT_ID、WECOM_BOT_SECRET）和 URL 回调（WECOM_BOT_TOKEN、WECOM_BOT_AES_KEY）只能用一种，请删掉一组',
    ]);
  const app = keySet(environment, '企业微信自建应用', [
    'WECOM_AGENT_ID',
    'WECOM_APP_SECRET',
    'WECOM_APP_TOKEN',
    'WECOM_APP_AES_KEY',
  ]);
  if (app && !environment.WECOM_CORP_ID) throw new ConfigError(['企业微信自建应用：还缺 WECOM_CORP_ID']);
  for (const [name, key] of [
    ['WECOM_BOT_AES_KEY', bot?.WECOM_BOT_AES_KEY],
    ['WECOM_APP_AES_KEY', app?.WECOM_APP_AES_KEY],
  ] as const) {
    if (key !== undefined && !/^[A-Za-z0-9+/]{43}$/.test(key))
      throw new ConfigError([`${name}：应是 43 位的 EncodingAESKey`]);
  }
  if (!bot && !socket && !app) return null;
  const corpId = environment.WECOM_CORP_ID ?? '';
  return {
    workspace: corpId || 'wecom',
    bot: bot && { token: bot.WECOM_BOT_TOKEN, aesKey: bot.WECOM_BOT_AES_KEY },
    socket,
    botNames: namesOf(environment.WECOM_BOT_NAME),
    app: app && {
      token: app.WECOM_APP_TOKEN,
      aesKey: app.WECOM_APP_AES_KEY,
      corpId,
      agentId: app.WECOM_AGENT_ID,
      secret: app.WECOM_APP_SECRET,
    },
    apiUrl: (environment.WECOM_API_URL ?? 'https://qyapi.weixin.qq.com').replace(/\/+$/, ''),
  };
}

function socketKeys(environment: Readonly<Record<string, string | undefined>>): SocketKeys | null {
  const keys = keySet(environment, '企业微信智能机器人长连接', ['WECOM_BOT_ID', 'WECOM_BOT_SECRET']);
  const url = environment.WECOM_BOT_WS_URL || SOCKET_URL;
  if (!/^wss?:\/\/\S+$/.test(url)) throw new ConfigError(['WECOM_BOT_WS_URL：应是 wss:// 开头的地址']);
  return keys && { botId: keys.WECOM_BOT_ID, secret: keys.WECOM_BOT_SECRET, url };
}

const namesOf = (given = ''): readonly string[] =>
  [...new Set(['小招', ...given.split(/[,，;；]/).map((name) => name.trim())])]
    .filter(Boolean)
    .sort((a, b) => b.length - a.length);
