import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { DeliveryError, type Kept } from '../platform.ts';
import { TOKEN_LEAST_SECONDS, TOKEN_MARGIN_SECONDS } from './limits.ts';

/** A fresh token of WeCom and for how many seconds it is good. */
export interface FreshToken {
  readonly token: string;
  readonly seconds: number;
}

/**
 * The self-built app's access token: one for all replicas, for asking too often is refused. It is kept encrypted with the
 * app's secret, asked for once at a time, renewed five minutes early, and given up only by the one that was refused.
 */
export class Token {
  private known: { readonly token: string; readonly until: number } | null = null;
  private refused = '';
  private asking: Promise<string> | null = null;
  private readonly kept: Kept;
  private readonly key: Buffer;
  private readonly ask: () => Promise<FreshToken>;

  /** `ask` gets a new one from WeCom. */
  constructor(kept: Kept, secret: string, ask: () => Promise<FreshToken>) {
    this.kept = kept;
    this.key = createHash('sha256').update(`access token/${secret}`).digest();
    this.ask = ask;
  }

  /** A token that has not been refused. Throws a DeliveryError. */
  get(): Promise<string> {
    if (this.known && performance.now() < this.known.until) return Promise.resolve(this.known.token);
    this.asking ??= this.find().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  /** WeCom refused this one: the next is another one. */
  refuse(token: string): void {
    this.refused = token;
    if (this.known?.token === token) this.known = null;
  }

  private async find(): Promise<string> {
    const shared = await this.kept.read();
    const token = shared && this.opened(shared.value);
    if (shared && token && token !== this.refused) return this.know(token, shared.seconds);
    const fresh = await this.ask();
    if (!fresh.token) throw new DeliveryError('limited', 'no token in the answer', 5000);
    const seconds = Math.max(TOKEN_LEAST_SECONDS, fresh.seconds - TOKEN_MARGIN_SECONDS);
    await this.kept.write(this.sealed(fresh.token), seconds);
    return this.know(fresh.token, seconds);
  }

  private know(token: string, seconds: number): string {
    this.known = { token, until: performance.now() + seconds * 1000 };
    return token;
  }

  private sealed(token: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const sealed = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
  }

  /** Null for what was sealed with another secret. */
  private opened(value: string): string | null {
    const bytes = Buffer.from(value, 'base64');
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12), { authTagLength: 16 });
      decipher.setAuthTag(bytes.subarray(12, 28));
      return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return null;
    }
  }
}
