import type { BadInputCase, Input } from './case.ts';
import { spelled } from './case.ts';
import type { Sent } from './happened.ts';
import { SECRET, type Site, wecomKeys } from './site.ts';
import { type Bytes, slackBytes } from './slack-bytes.ts';
import { wecomBytes } from './wecom-bytes.ts';
import type { World } from './world.ts';

/** Acts an HTTP case out: its requests, as often and as much at once as it says. */
export async function sendCase(world: World, site: Site, { surface, input }: BadInputCase): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const send = async (bytes: Bytes): Promise<void> => {
    const start = performance.now();
    const answer = await site.send(bytes);
    sent.push({ replies: [], ms: performance.now() - start, ...answer });
  };
  const make = (): readonly Bytes[] | Promise<readonly Bytes[]> => {
    if (surface === 'slack-http') return slackBytes(input, SECRET);
    if (surface === 'wecom-http') return wecomBytes(input, wecomKeys);
    return pageBytes(world, site, input);
  };
  const times = Number(input.times ?? input.parallel ?? 1);
  const same = await make();
  const step = async (again: boolean): Promise<void> => {
    for (const bytes of again && !input.same_bytes ? await make() : same) await send(bytes);
  };
  if (Number(input.parallel ?? 1) > 1) await Promise.all(Array.from({ length: times }, () => step(false)));
  else for (let time = 0; time < times; time += 1) await step(time > 0);
  await site.settle();
  return sent;
}

/** A request to the web pages or the read API, with the session or token of whoever is named. */
async function pageBytes(world: World, site: Site, input: Input): Promise<readonly Bytes[]> {
  const headers = new Map<string, string>([['host', `127.0.0.1:${site.port}`]]);
  const body = bodyOf(input, headers);
  if (typeof input.session === 'string') await signIn(world, site, input, headers);
  if (typeof input.token === 'string')
    headers.set('authorization', `Bearer ${world.vars[`token.${input.token}`] ?? input.token}`);
  for (const [name, value] of Object.entries((input.headers ?? {}) as Record<string, string>)) headers.set(name, value);
  const path = String(input.path);
  // One look at a one-time link uses nothing up: robots that preview links do that. The button on it posts.
  const method = path.startsWith('/sign-in/') && input.method === 'GET' ? 'POST' : String(input.method ?? 'GET');
  return [{ method, path, headers: [...headers], body }];
}

function bodyOf(input: Input, headers: Map<string, string>): string {
  if (input.form) {
    headers.set('content-type', 'application/x-www-form-urlencoded');
    return new URLSearchParams(input.form as Record<string, string>).toString();
  }
  if (input.json !== undefined) {
    headers.set('content-type', 'application/json');
    return JSON.stringify(input.json);
  }
  if (input.raw === undefined) return '';
  headers.set('content-type', String(input.type ?? 'application/json'));
  return spelled(input.raw);
}

/** The headers of a person who is signed in, with the page's token. */
export async function signedIn(world: World, site: Site, who: string): Promise<readonly (readonly [string, string])[]> {
  const headers = new Map<string, string>([['host', `127.0.0.1:${site.port}`]]);
  await signIn(world, site, { session: who, csrf: true }, headers);
  return [...headers];
}

/** Signs the person in by the link that 登录 gives, and adds the page's token unless the case leaves it out. */
async function signIn(world: World, site: Site, input: Input, headers: Map<string, string>): Promise<void> {
  const path = await freshLink(world, String(input.session));
  const own: [string, string][] = [['host', `127.0.0.1:${site.port}`]];
  const answer = await site.send({ method: 'POST', path, headers: own, body: '' });
  const cookie = String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '';
  headers.set('cookie', cookie);
  if (!input.csrf) return;
  const state = await site.send({
    method: 'GET',
    path: '/chat/state',
    headers: [...own, ['cookie', cookie]],
    body: '',
  });
  headers.set('x-csrf-token', (JSON.parse(state.body) as { csrf: string }).csrf);
}

/** The path of a fresh one-time link, as 登录 gives it. */
export async function freshLink(world: World, who: string): Promise<string> {
  const [reply] = await world.say(who, '登录', { chat: 'dm' });
  const url = reply?.buttons?.find((button) => button.url)?.url;
  if (!url) throw new Error(`登录: ${reply?.title}`);
  return url;
}
