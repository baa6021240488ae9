import { randomBytes } from 'node:crypto';
import type { KeyCheck } from '../platform.ts';
import type { SlackConfig } from './config.ts';
import { TIMEOUT_MS } from './limits.ts';
import { SCOPES } from './scopes.ts';
import { signatureOf } from './signature.ts';

/** Looks at every key of Slack. */
export function check(config: SlackConfig, publicUrl: string): Promise<readonly KeyCheck[]> {
  const { appToken, signingSecrets } = config;
  const [secret, old] = appToken ? [] : signingSecrets;
  return Promise.all([
    checkBot(config),
    ...(appToken ? [checkSocket(config, appToken)] : []),
    ...(secret ? [checkRequests('SLACK_SIGNING_SECRET', secret, publicUrl)] : []),
    ...(old ? [checkRequests('SLACK_SIGNING_SECRET_OLD', old, publicUrl).then(leaving)] : []),
  ]).then((checks) => checks.flat());
}

interface Said {
  readonly status: number;
  readonly scopes: string | null;
  readonly body: {
    readonly ok?: boolean;
    readonly error?: string;
    readonly team?: string;
    readonly challenge?: string;
  };
}

async function ask(url: string, init: RequestInit): Promise<Said | null> {
  try {
    const response = await fetch(url, { method: 'POST', ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const body = (await response.json().catch(() => ({}))) as Said['body'];
    return { status: response.status, scopes: response.headers.get('x-oauth-scopes'), body };
  } catch {
    return null;
  }
}

const call = ({ apiUrl }: SlackConfig, method: string, token: string): Promise<Said | null> =>
  ask(`${apiUrl}${method}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
  });

/** What Slack says when it is not the keys. */
const PASSING = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'ratelimited']);

/** Why Slack says no, and what to do. */
const noOf = ({ body: { error = '' } }: Said, mend: string): string =>
  PASSING.has(error) ? `Slack 这会儿不行（${error}），不是密钥的问题：过几分钟再查` : `Slack 不认（${error}）：${mend}`;

/** The token, then its scopes: one line when all are there, else one for each that is missing, with what it is for. */
async function checkBot(config: SlackConfig): Promise<readonly KeyCheck[]> {
  const name = 'Slack Bot Token（SLACK_BOT_TOKEN）';
  const said = await call(config, 'auth.test', config.botToken);
  if (!said) return [{ name, ok: false, says: `访问不到 ${config.apiUrl}：请检查服务器能否访问 Slack` }];
  if (!said.body.ok)
    return [
      {
        name,
        ok: false,
        says: noOf(said, '请到应用的 OAuth & Permissions 页重新安装并复制 xoxb- 开头的'),
      },
    ];
  const team = said.body.team ? `，工作区“${said.body.team}”` : '';
  return [{ name, ok: true, says: `有效${team}` }, ...checkScopes(said.scopes)];
}

/** Slack names the scopes of a token beside its answers. */
function checkScopes(header: string | null): readonly KeyCheck[] {
  if (header === null) return [];
  const granted = header.split(/,\s*/);
  const missing = Object.entries(SCOPES).filter(([scope]) => !granted.includes(scope));
  if (missing.length === 0) return [{ name: 'Slack 权限', ok: true, says: `${Object.keys(SCOPES).length} 项齐全` }];
  return missing.map(([scope, { why, optional }]) => ({
    name: `Slack 权限 ${scope}`,
    ok: optional === true,
    says: `没有，用不了：${why}。${optional ? '可以不要；要的话' : '请'}在 OAuth & Permissions 的 Scopes 里加上，再点 Reinstall`,
  }));
}

async function checkSocket(config: SlackConfig, appToken: string): Promise<KeyCheck> {
  const name = 'Slack Socket Mode（SLACK_APP_TOKEN）';
  const said = await call(config, 'apps.connections.open', appToken);
  if (!said) return { name, ok: false, says: `访问不到 ${config.apiUrl}：请检查服务器能否访问 Slack` };
  if (!said.body.ok)
    return {
      name,
      ok: false,
      says: noOf(said, '请打开 Socket Mode，并新建权限含 connections:write 的 App-Level Token'),
    };
  return { name, ok: true, says: '有效，可以连接' };
}

/** The secret that is being given up. */
const leaving = (check: KeyCheck): KeyCheck =>
  check.ok ? { ...check, says: '更换期间旧的也还认：Slack 换成新的以后请删掉这一行，重启小招' } : check;

/** Calls our own address as Slack does when it is saved: the address, the certificate and the secret at once. */
async function checkRequests(key: string, secret: string, publicUrl: string): Promise<KeyCheck> {
  const name = `Slack 请求地址（${key}）`;
  const challenge = randomBytes(8).toString('hex');
  const body = JSON.stringify({ type: 'url_verification', challenge });
  const stamp = String(Math.floor(Date.now() / 1000));
  const said = await ask(`${publicUrl}/slack/events`, {
    body,
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': signatureOf(secret, stamp, body),
    },
  });
  if (!said)
    return { name, ok: false, says: `访问不到 ${publicUrl}：请确认小招在运行，PUBLIC_URL 的域名、证书和代理都通` };
  if (said.status === 401) return { name, ok: false, says: '运行中的小招不认这个 Signing Secret：改过环境变量请重启' };
  if (said.body.challenge !== challenge)
    return { name, ok: false, says: `${publicUrl} 答了别的内容（${said.status}）：请让代理把 /slack/ 原样转给小招` };
  if (!publicUrl.startsWith('https://'))
    return {
      name,
      ok: false,
      says: '密钥无误；但 PUBLIC_URL 不是 https 的公网地址，Slack 访问不到（可改用 Socket Mode）',
    };
  return { name, ok: true, says: '地址通，密钥无误' };
}
