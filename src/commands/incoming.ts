/** At most this much text is read (UTF-8 bytes), and so many lines; more is refused, never cut. */
export const MAX_BYTES = 16_384;
export const MAX_LINES = 50;

/**
 * What a platform understood of one delivery, before anything of ours is known: the envelope and the words. Built by
 * `platforms/<x>/parse.ts`, taken by `dispatch`. Plain JSON: it is kept with the inbox row until it is answered.
 */
export interface Incoming {
  readonly platform: string;
  /** Slack team, WeCom corp, "web" or "memory": whose workspace it is; leads to the org. */
  readonly workspace: string;
  /** Which intake it came through ("event", "command", "press", "app", "bot" …); part of the idempotency key. */
  readonly source: string;
  /** The platform's own id of this message or press, as text; one delivery repeated has the same key. */
  readonly key: string;
  readonly chat: { readonly externalId: string; readonly kind: 'group' | 'direct'; readonly name?: string };
  readonly sender: { readonly externalId: string; readonly name?: string };
  /** The words, the bot's own mention removed; "" for a press or a bare file. */
  readonly text: string;
  /** The quoted message's text. */
  readonly quote?: string;
  readonly files?: readonly IncomingFile[];
  /** A pressed button's token, or that of a form. */
  readonly press?: string;
  /** What was filled into the form whose token `press` is, by field. */
  readonly fields?: Readonly<Record<string, string>>;
  /**
   * The form of this line (or of the button's) is wanted, with what the line says already in its fields; `lacking`: only
   * where the line lacks something, which else would be asked for in words.
   */
  readonly asForm?: true | 'lacking';
  /** People mentioned in the text, where the platform says so: `text` holds "@name". */
  readonly mentions?: readonly { readonly externalId: string; readonly name: string }[];
  /** How the platform can answer this one delivery (response URL, stream id …); kept as it is and given back to `send`. */
  readonly answerTo?: Readonly<Record<string, string>>;
  /**
   * `return`: the caller waits for the replies itself (web, terminal); `send`: they go through the outbox; `form`: the
   * caller shows forms and refusals itself, and what was done goes through the outbox.
   */
  readonly answer: 'return' | 'send' | 'form';
}

/** A file that came along; the bytes are already here (platforms fetch them before dispatch), at most 10 MB. */
export interface IncomingFile {
  readonly name: string;
  readonly mime: string;
  readonly base64: string;
}
