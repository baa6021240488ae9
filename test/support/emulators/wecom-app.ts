import { decrypt, getSignature } from '@wecom/crypto';
import { XMLParser } from 'fast-xml-parser';
import { callback } from './wecom.ts';

/** The token and EncodingAESKey of the app's callback, and whose company it is. */
export interface WecomAppKeys {
  readonly token: string;
  readonly aesKey: string;
  readonly corpId: string;
}

const DELIVERIES = 4;
const PARSER = new XMLParser({ parseTagValue: false });

/**
 * WeCom's side of a self-built app's callback: signs and encrypts, brings what was not answered with 200 again, the same
 * MsgId each time, and reads the text that stands in the response. What it would refuse it throws.
 */
export class WecomApp {
  private readonly url: () => string;
  private readonly keys: WecomAppKeys;
  private count = 0;

  constructor(url: () => string, keys: WecomAppKeys) {
    this.url = url;
    this.keys = keys;
  }

  /** A message of somebody's, of this kind; gives the text of the response, null for an empty one. */
  message(user: string, type: string, parts: Readonly<Record<string, string>>): Promise<string | null> {
    this.count += 1;
    return this.deliver({ ...this.head(user, type), ...parts, MsgId: `${Date.now()}${10_000 + this.count}` });
  }

  /** Somebody did something. */
  event(user: string, event: string, parts: Readonly<Record<string, string>> = {}): Promise<string | null> {
    return this.deliver({ ...this.head(user, 'event'), Event: event, ...parts });
  }

  /** Brings a callback; again while it is not taken, and then once more if told to. */
  async deliver(parts: Readonly<Record<string, string>>, times = 1): Promise<string | null> {
    let said: string | null = null;
    for (let delivery = 0, taken = 0; delivery < DELIVERIES && taken < times; delivery += 1) {
      const response = await this.once(parts);
      if (response.status !== 200) continue;
      taken += 1;
      said = await this.opened(response);
    }
    return said;
  }

  private head(user: string, type: string): Readonly<Record<string, string>> {
    const stamp = String(Math.floor(Date.now() / 1000));
    return { ToUserName: this.keys.corpId, FromUserName: user, CreateTime: stamp, MsgType: type, AgentID: '1000002' };
  }

  private once(parts: Readonly<Record<string, string>>): Promise<Response> {
    const inner = Object.entries(parts).map(([name, text]) => `<${name}><![CDATA[${text}]]></${name}>`);
    const { query, encrypted } = callback(this.keys, `<xml>${inner.join('')}</xml>`, this.keys.corpId);
    const body = `<xml><ToUserName>${this.keys.corpId}</ToUserName><Encrypt>${encrypted}</Encrypt></xml>`;
    return fetch(`${this.url()}/wecom/app?${query}`, { method: 'POST', body });
  }

  private async opened(response: Response): Promise<string | null> {
    const text = await response.text();
    if (!text) return null;
    const { xml } = PARSER.parse(text) as { xml: Readonly<Record<string, string>> };
    const { Encrypt: encrypted = '', MsgSignature: signature, TimeStamp: stamp = '', Nonce: nonce = '' } = xml;
    const { token, aesKey, corpId } = this.keys;
    const { message, id } = decrypt(aesKey, encrypted);
    if (signature !== getSignature(token, stamp, nonce, encrypted) || id !== corpId)
      throw new Error('WeCom refuses this answer');
    const { xml: plain } = PARSER.parse(message) as { xml: Readonly<Record<string, string>> };
    const { MsgType: type, Content: content = '', ToUserName: to, FromUserName: from } = plain;
    if (type !== 'text' || !to || from !== corpId) throw new Error('WeCom does not show this answer');
    if (Buffer.byteLength(content) > 2048) throw new Error('WeCom cuts this answer');
    return content;
  }
}
