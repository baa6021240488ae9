import { ConfigError, keySet } from '../../config/config.ts';
import { SOCKET_URL } from './limits.ts';

/** A callback's token and EncodingAESKey. */
export interface CallbackKeys {
  readonly token: string;
  readonly aesKey: string;
}

/** The self-built app. */
export interface AppKeys {
  readonly corpId: string;
  readonly agentId: string;
  readonly secret: string;
  readonly callback: KeySets;
}

/** The keys of a callback: the ones in use, and while they are being changed the ones given up, all of which are good. */
export type KeySets = readonly [CallbackKeys, ...CallbackKeys[]];

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
  readonly bot: KeySets | null;
  readonly socket: SocketKeys | null;
  /** The bot's names in groups, longest first: "@name" is taken out of what people say. */
  readonly botNames: readonly string[];
  readonly app: AppKeys | null;
  /** API base without a slash at the end. */
  readonly apiUrl: string;
}

/** Null when WeCom is off; a ConfigError names what is missing of half a set. */
export function readWecomConfig(environment: Readonly<Record<string, string | undefined>>): WecomConfig | null {
  const bot = callbackKeys(environment, '企业微信智能机器人', 'WECOM_BOT');
  const socket = socketKeys(environment);
  if (bot && socket)
    throw new ConfigError([
      '企业微信智能机器人：长连接（WECOM_BOT_ID、WECOM_BOT_SECRET）和 URL 回调（WECOM_BOT_TOKEN、WECOM_BOT_AES_KEY）只能用一种，请删掉一组',
    ]);
  const app = appKeys(environment);
  if (!bot && !socket && !app) return null;
  return {
    workspace: environment.WECOM_CORP_ID || 'wecom',
    bot,
    socket,
    botNames: namesOf(environment.WECOM_BOT_NAME),
    app,
    apiUrl: (environment.WECOM_API_URL ?? 'https://qyapi.weixin.qq.com').replace(/\/+$/, ''),
  };
}

type Variables = Readonly<Record<string, string | undefined>>;

function appKeys(environment: Variables): AppKeys | null {
  const title = '企业微信自建应用';
  const keys = keySet(environment, title, [
    'WECOM_AGENT_ID',
    'WECOM_APP_SECRET',
    'WECOM_APP_TOKEN',
    'WECOM_APP_AES_KEY',
  ]);
  if (keys && !environment.WECOM_CORP_ID) throw new ConfigError([`${title}：还缺 WECOM_CORP_ID`]);
  const callback = keys ? callbackKeys(environment, title, 'WECOM_APP') : null;
  if (!keys || !callback) return null;
  return {
    corpId: environment.WECOM_CORP_ID ?? '',
    agentId: keys.WECOM_AGENT_ID,
    secret: keys.WECOM_APP_SECRET,
    callback,
  };
}

/** A callback's keys, and the ones with _OLD behind their names. */
function callbackKeys(environment: Variables, title: string, prefix: 'WECOM_BOT' | 'WECOM_APP'): KeySets | null {
  const now = oneSet(environment, title, `${prefix}_TOKEN`, `${prefix}_AES_KEY`);
  const old = oneSet(environment, `${title}（正在换的旧密钥）`, `${prefix}_TOKEN_OLD`, `${prefix}_AES_KEY_OLD`);
  if (old && !now) throw new ConfigError([`${title}：${prefix}_TOKEN_OLD 只在换密钥时用，新的写在 ${prefix}_TOKEN`]);
  return now && (old ? [now, old] : [now]);
}

function oneSet(environment: Variables, title: string, token: string, aesKey: string): CallbackKeys | null {
  const keys = keySet(environment, title, [token, aesKey]);
  if (keys && !/^[A-Za-z0-9+/]{43}$/.test(keys[aesKey] ?? ''))
    throw new ConfigError([`${aesKey}：应是 43 位的 EncodingAESKey`]);
  return keys && { token: keys[token] ?? '', aesKey: keys[aesKey] ?? '' };
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
