import { randomBytes } from 'node:crypto';
import { encrypt, getSignature } from '@wecom/crypto';
import type { KeyCheck } from '../platform.ts';
import type { CallbackKeys, KeySets } from './config.ts';
import { TIMEOUT_MS } from './limits.ts';

/** Looks at every set of keys of a callback. */
export const checkCallbacks = (
  which: 'bot' | 'app',
  sets: KeySets,
  receiveId: string,
  publicUrl: string,
): Promise<readonly KeyCheck[]> =>
  Promise.all(sets.map((keys, at) => checkCallback(which, keys, { receiveId, publicUrl, old: at > 0 })));

/** Calls our own callback as WeCom does when an administrator saves it: the address, the certificate and both keys at once. */
async function checkCallback(
  which: 'bot' | 'app',
  keys: CallbackKeys,
  { receiveId, publicUrl, old }: { readonly receiveId: string; readonly publicUrl: string; readonly old: boolean },
): Promise<KeyCheck> {
  const names = ['TOKEN', 'AES_KEY'].map((key) => `WECOM_${which.toUpperCase()}_${key}${old ? '_OLD' : ''}`);
  const name = `企业微信回调 /wecom/${which}（${names.join('、')}）`;
  const echo = randomBytes(8).toString('hex');
  const encrypted = encrypt(keys.aesKey, echo, receiveId);
  const [timestamp, nonce] = [String(Math.floor(Date.now() / 1000)), randomBytes(6).toString('hex')];
  const signature = getSignature(keys.token, timestamp, nonce, encrypted);
  const query = new URLSearchParams({ msg_signature: signature, timestamp, nonce, echostr: encrypted });
  const said = await fetch(`${publicUrl}/wecom/${which}?${query}`, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .catch(() => null);
  const { ok, says } = judged(said, echo, publicUrl);
  return { name, ok, says: ok && old ? '更换期间旧的也还认：后台保存新的以后请删掉这两行，重启小招' : says };
}

function judged(
  said: { status: number; text: string } | null,
  echo: string,
  publicUrl: string,
): Omit<KeyCheck, 'name'> {
  if (!said) return { ok: false, says: `访问不到 ${publicUrl}：请确认小招在运行，PUBLIC_URL 的域名、证书和代理都通` };
  if (said.status === 401)
    return { ok: false, says: '运行中的小招不认这组密钥（或企业 ID 与它的不同）：改过 .env 请重启，各进程要一样' };
  if (said.status !== 200 || said.text !== echo)
    return {
      ok: false,
      says: `${publicUrl} 答了别的内容（${said.status}）：请让代理把 /wecom/ 原样转给小招，不要改查询串`,
    };
  if (!publicUrl.startsWith('https://'))
    return { ok: false, says: '密钥无误；但 PUBLIC_URL 不是 https 的公网地址，企业微信访问不到' };
  return { ok: true, says: '地址通，密钥无误' };
}
