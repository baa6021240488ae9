import type { Proposer } from '../services/proposal.service.ts';
import { PROMPT } from './prompt.ts';

/** Where the model is: a server that speaks OpenAI's chat completions. */
export interface ModelSettings {
  /** Up to and with /v1. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string | undefined;
  /** How long an answer may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** What the proposer stands on: the clock, and whom it tells that the model failed. */
export interface ProposerDeps {
  readonly now: () => Date;
  readonly log: { warn(fields: object, message: string): void };
}

/** After so many failures in a row the model is left alone for a while, so that a hanging one slows nobody down. */
const FAILURES = 3;
const REST_MS = 60_000;
const MAX_ANSWER = 65_536;

/**
 * A proposer that asks a model for the fields of a lead. Whatever goes wrong (no server, an error, a redirect, an answer
 * that is late, too long or no JSON object) gives null and changes nothing.
 */
export function openaiProposer(settings: ModelSettings, { now, log }: ProposerDeps): Proposer {
  let failures = 0;
  let restsUntil = 0;
  return {
    async propose(text) {
      if (now().getTime() < restsUntil) return null;
      try {
        const proposal = parse(await answer(settings, text));
        failures = 0;
        return proposal;
      } catch (error) {
        failures += 1;
        if (failures >= FAILURES) restsUntil = now().getTime() + REST_MS;
        log.warn(
          { reason: error instanceof Error ? error.message : 'unknown', failures },
          'the model gave no proposal',
        );
        return null;
      }
    },
  };
}

async function answer(settings: ModelSettings, text: string): Promise<string> {
  const response = await fetch(`${settings.baseUrl.replace(/\/+$/, '')}/chat/completions`, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(settings.timeoutMs),
    headers: {
      'content-type': 'application/json',
      ...(settings.apiKey ? { authorization: `Bearer ${settings.apiKey}` } : {}),
    },
    body: JSON.stringify({
      model: settings.model,
      temperature: 0,
      max_tokens: 600,
      stream: false,
      messages: [
        { role: 'system', content: PROMPT },
        { role: 'user', content: text },
      ],
    }),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`status ${response.status}`);
  }
  return limited(response);
}

/** The body, unless it is longer than any proposal. */
async function limited(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > MAX_ANSWER) throw new Error('answer too long');
  }
  return text;
}

function parse(body: string): Readonly<Record<string, unknown>> {
  const reply = objectIn(body);
  const [choice] = Array.isArray(reply.choices) ? (reply.choices as unknown[]) : [];
  const message = isObject(choice) && isObject(choice.message) ? choice.message : {};
  const content = typeof message.content === 'string' ? message.content : '';
  const start = content.indexOf('{');
  const end = content.lastIndexOf('}');
  if (start < 0 || end < start) throw new Error('no JSON in the answer');
  return objectIn(content.slice(start, end + 1));
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text);
  if (!isObject(value)) throw new Error('no JSON object');
  return value;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
