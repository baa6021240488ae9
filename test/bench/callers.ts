import { createHash } from 'node:crypto';
import { Agent, type IncomingMessage, request } from 'node:http';
import { signed } from '../support/emulators/slack.ts';
import { callback } from '../support/emulators/wecom.ts';

/** One request to the program, ready to be written. */
export interface Prepared {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Who speaks, and the project of his own unit. */
export interface Speaker {
  readonly id: string;
  readonly project: number;
}

/** A platform's way to bring the words of somebody, the number making each message its own. */
export type Surface = (speaker: Speaker, text: string, number: number) => Prepared;

export const SLACK = { secret: 'a signing secret of the bench', team: 'T0BENCH', token: 'xoxb-bench' };
export const CORP = 'ww0bench';
export const KEYS = { token: 'benchToken', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };

const FORM = 'application/x-www-form-urlencoded';

/** /zs over HTTP. */
export const slackCommand: Surface = ({ id }, text, number) => {
  const fields = {
    command: '/zs',
    team_id: SLACK.team,
    channel_id: `C${id}`,
    channel_name: 'group',
    user_id: id,
    text,
  };
  const body = new URLSearchParams({ ...fields, trigger_id: `trigger.${number}` }).toString();
  const { headers } = signed(SLACK.secret, body, FORM);
  return { method: 'POST', path: '/slack/events', headers: headers as Record<string, string>, body };
};

/** The smart bot's callback. */
export const bot: Surface = ({ id }, text, number) => {
  const about = { msgid: `bench-${number}`, aibotid: 'aib', chattype: 'single', from: { userid: id } };
  const plain = JSON.stringify({ ...about, msgtype: 'text', text: { content: text } });
  const { query, encrypted } = callback(KEYS, plain, '');
  return { method: 'POST', path: `/wecom/bot?${query}`, headers: {}, body: JSON.stringify({ encrypt: encrypted }) };
};

/** WeCom coming for the answer to an earlier message of the smart bot. */
export const poll: Surface = ({ id }, _, number) => {
  const stream = `s_${createHash('sha256').update(`bench-${number}`).digest('hex').slice(0, 40)}`;
  const about = { msgid: `bench-poll-${number}`, aibotid: 'aib', chattype: 'single', from: { userid: id } };
  const { query, encrypted } = callback(
    KEYS,
    JSON.stringify({ ...about, msgtype: 'stream', stream: { id: stream } }),
    '',
  );
  return { method: 'POST', path: `/wecom/bot?${query}`, headers: {}, body: JSON.stringify({ encrypt: encrypted }) };
};

/** The self-built app's callback. */
export const app: Surface = ({ id }, text, number) => {
  const plain = `<xml><FromUserName>${id}</FromUserName><MsgType>text</MsgType><Content><![CDATA[${text}]]></Content><MsgId>${number}</MsgId></xml>`;
  const { query, encrypted } = callback(KEYS, plain, CORP);
  const body = `<xml><ToUserName>${CORP}</ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
  return { method: 'POST', path: `/wecom/app?${query}`, headers: {}, body };
};

/** WeCom saving the callback's address: it waits one second. */
export const verification: Surface = () => {
  const { query, encrypted } = callback(KEYS, 'echo', CORP);
  const path = `/wecom/app?${query}&echostr=${encodeURIComponent(encrypted)}`;
  return { method: 'GET', path, headers: {}, body: '' };
};

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** Sends it; gives the milliseconds until the whole acknowledgement was there. Anything but 200 is an error. */
export function acknowledged(port: number, prepared: Prepared): Promise<number> {
  const { method, path, headers, body } = prepared;
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const heard = (response: IncomingMessage): void => {
      response.resume();
      response.once('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - began);
        else reject(new Error(`${path.split('?')[0]}: status ${response.statusCode}`));
      });
    };
    const sent = request({ agent, host: '127.0.0.1', port, method, path, headers }, heard);
    // A connection that lay idle may just have been closed: then nothing was sent.
    sent.once('error', (error) => (sent.reusedSocket ? resolve(acknowledged(port, prepared)) : reject(error)));
    sent.end(body);
  });
}
