import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { HTTPReceiver } from '@slack/bolt';
import { FORM_VIEW, GLOBAL_SHORTCUTS, MESSAGE_SHORTCUT } from './callbacks.ts';
import { BODY } from './limits.ts';
import { isSigned } from './signature.ts';

/**
 * What stands before Bolt: a body that is too large is refused, one that is not signed with one of our secrets (Bolt knows
 * one only), and one that is signed and is not what Slack sends (Bolt takes any JSON for an object, and one that is none
 * ends the process). What is whole and not for us is acknowledged.
 */
export async function guarded(
  receiver: HTTPReceiver,
  secrets: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const raw = await readBody(request);
  if (raw === null) return void response.writeHead(413, { connection: 'close' }).end();
  if (!isSigned(secrets, request, raw, new Date())) return void response.writeHead(401).end();
  const shape = shapeOf(raw, request);
  if (shape !== 'ours') return void response.writeHead(shape === 'broken' ? 400 : 200).end();
  const { method, url, socket } = request;
  const headers = { ...request.headers, 'content-type': plainForm(request.headers['content-type']) };
  receiver.requestListener(Object.assign(Readable.from([raw]), { headers, method, url, socket }) as never, response);
}

/** Bolt knows a form only without a charset, which some proxies add. */
const plainForm = (type = ''): string => (/^application\/x-www-form-urlencoded\s*;/i.test(type) ? FORM : type);

const FORM = 'application/x-www-form-urlencoded';

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > BODY) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const hasTexts = (fields: Fields, names: readonly string[]): boolean => names.every((name) => isText(fields[name]));
const hasId = (value: unknown): boolean => isObject(value) && isText(value.id);

/** ours: has the parts that its kind is read by; foreign: of a kind we do not take. */
type Shape = 'ours' | 'foreign' | 'broken';

const oursIf = (whole: boolean): Shape => (whole ? 'ours' : 'broken');
/** Kinds that are told apart by their callback id, and those ids. */
const NAMED = ['message_action', 'shortcut'];
const CALLBACKS = [MESSAGE_SHORTCUT, ...Object.keys(GLOBAL_SHORTCUTS)];
const TAKEN = ['block_actions', 'message_action', 'shortcut', 'view_submission', 'block_suggestion'];

function shapeOf(raw: Buffer, { headers }: IncomingMessage): Shape {
  const text = raw.toString('utf8');
  if (!String(headers['content-type']).includes('form-urlencoded')) return shapeOfEvent(parsed(text));
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  if (payload !== null) return shapeOfPayload(parsed(payload));
  if (form.get('ssl_check') === '1') return 'ours';
  return oursIf(['command', 'user_id', 'team_id', 'channel_id'].every((name) => Boolean(form.get(name))));
}

function shapeOfEvent(body: unknown): Shape {
  if (!isObject(body) || !isText(body.type)) return 'broken';
  if (body.type === 'url_verification') return oursIf(isText(body.challenge));
  if (body.type !== 'event_callback') return 'foreign';
  const { event } = body;
  if (!isText(body.team_id) || !isObject(event) || !isText(event.type)) return 'broken';
  if (event.type === 'app_home_opened') return oursIf(isText(event.user));
  if (event.type !== 'app_mention' && event.type !== 'message') return 'foreign';
  const optional = [event.user, event.text, event.subtype].every((value) => value === undefined || isText(value));
  return oursIf(optional && hasTexts(event, ['ts', 'channel']));
}

function shapeOfPayload(payload: unknown): Shape {
  if (!isObject(payload) || !isText(payload.type) || !hasId(payload.user)) return 'broken';
  if (!TAKEN.includes(String(payload.type))) return 'foreign';
  const { team, channel, message, actions, callback_id: callback } = payload;
  if (NAMED.includes(String(payload.type)) && !CALLBACKS.includes(String(callback))) return 'foreign';
  if (![team, channel].every((part) => part === undefined || part === null || hasId(part))) return 'broken';
  if (message !== undefined && !isObject(message)) return 'broken';
  if (payload.type === 'view_submission' || payload.type === 'block_suggestion') return shapeOfView(payload);
  if (payload.type !== 'block_actions') return 'ours';
  return oursIf(Array.isArray(actions) && actions.length > 0 && actions.every(isObject));
}

/** A view of ours has a callback id, and values that are objects; a list stands in a field. */
function shapeOfView({ type, view, block_id: block, action_id: action, value }: Fields): Shape {
  if (!isObject(view) || !hasTexts(view, ['id', 'callback_id'])) return 'broken';
  if (view.callback_id !== FORM_VIEW) return 'foreign';
  if (type === 'block_suggestion') return oursIf([block, action, value].every(isText));
  const { state } = view;
  if (state === undefined) return 'ours';
  const values = isObject(state) ? (state.values ?? {}) : null;
  return oursIf(
    isObject(values) &&
      Object.values(values).every(
        (field) => isObject(field) && Object.values(field).every((element) => isObject(element)),
      ),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
