import { createHash } from 'node:crypto';
import { decrypt, getSignature } from '@wecom/crypto';
import { callback } from './wecom.ts';

/** What a callback's response says. */
export interface BotAnswer {
  readonly msgtype?: string;
  readonly response_type?: string;
  readonly stream?: {
    readonly id: string;
    readonly finish?: boolean;
    readonly content?: string;
    readonly msg_item?: readonly { readonly image: { readonly base64: string; readonly md5: string } }[];
  };
  readonly text?: { readonly content: string };
  readonly template_card?: Readonly<Record<string, unknown>>;
}

/**
 * WeCom's side of a smart bot by callbacks: signs and encrypts, checks what the response says, comes for every open stream
 * until it is finished. What it would refuse (another nonce, a stream over its limits, words where none may stand) it throws.
 */
export class WecomBot {
  /** What people see in the end: finished streams, cards that were updated, greetings. */
  readonly shown: BotAnswer[] = [];
  private readonly open = new Map<string, Readonly<Record<string, unknown>>>();
  private readonly url: () => string;
  private readonly keys: { readonly token: string; readonly aesKey: string };
  private polls = 0;
  private losing = Number.POSITIVE_INFINITY;

  constructor(url: () => string, keys: { readonly token: string; readonly aesKey: string }) {
    this.url = url;
    this.keys = keys;
  }

  /** Delivers a callback; gives what the response says, null for an empty one. */
  async deliver(plain: Readonly<Record<string, unknown>>): Promise<BotAnswer | null> {
    const { query, encrypted } = callback(this.keys, JSON.stringify(plain), '');
    const body = JSON.stringify({ encrypt: encrypted });
    const response = await fetch(`${this.url()}/wecom/bot?${query}`, { method: 'POST', body });
    if (response.status !== 200) throw new Error(`status ${response.status}`);
    const text = await response.text();
    const answer = text ? this.opened(text, new URLSearchParams(query).get('nonce')) : null;
    if (answer && !this.isLost(plain)) this.take(plain, answer);
    return answer;
  }

  /** The answer to a poll, after so many good ones, is lost on its way. */
  lose(after: number): void {
    this.losing = after;
  }

  /** Comes once for each open stream. Gives how many are still open. */
  async poll(): Promise<number> {
    for (const [id, { msgid: _, text: __, ...about }] of [...this.open]) {
      this.polls += 1;
      await this.deliver({ ...about, msgid: `poll-${this.polls}`, msgtype: 'stream', stream: { id } });
    }
    return this.open.size;
  }

  private isLost({ msgtype }: Readonly<Record<string, unknown>>): boolean {
    if (msgtype === 'stream') this.losing -= 1;
    if (this.losing >= 0) return false;
    this.losing = Number.POSITIVE_INFINITY;
    return true;
  }

  private opened(text: string, nonce: string | null): BotAnswer {
    const sealed = JSON.parse(text) as { encrypt: string; msgsignature: string; timestamp: number; nonce: string };
    const { token, aesKey } = this.keys;
    const signature = getSignature(token, String(sealed.timestamp), sealed.nonce, sealed.encrypt);
    if (sealed.nonce !== nonce || sealed.msgsignature !== signature) throw new Error('WeCom refuses this answer');
    return JSON.parse(decrypt(aesKey, sealed.encrypt).message) as BotAnswer;
  }

  private take(plain: Readonly<Record<string, unknown>>, answer: BotAnswer): void {
    const { stream } = answer;
    if (!stream) {
      if (plain.msgtype !== 'event') throw new Error('only an event is answered so');
      this.shown.push(answer);
      return;
    }
    checkStream(stream);
    if (!stream.finish) this.open.set(stream.id, plain);
    else if (this.open.delete(stream.id) || plain.msgtype !== 'stream') this.end(answer, stream.id);
  }

  /** The same stream again stands in the same place. */
  private end(answer: BotAnswer, id: string): void {
    const at = this.shown.findIndex(({ stream }) => stream?.id === id);
    this.shown.splice(at < 0 ? this.shown.length : at, 1, answer);
  }
}

function checkStream({ content = '', finish, msg_item: items = [] }: NonNullable<BotAnswer['stream']>): void {
  if (Buffer.byteLength(content) > 20_480) throw new Error('a stream holds 20480 bytes');
  if (items.length > (finish ? 10 : 0)) throw new Error('pictures come with the end, ten at most');
  for (const { image } of items) {
    const bytes = Buffer.from(image.base64, 'base64');
    if (createHash('md5').update(bytes).digest('hex') !== image.md5) throw new Error('another md5');
  }
}
