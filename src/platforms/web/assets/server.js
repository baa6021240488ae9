import { chosenPerson, marksText, store } from './store.js';

/** Words of the server for why it did not do it. */
export class ServerError extends Error {}

async function answer(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new ServerError(body.error?.message ?? '连接不上服务器，请稍后再试。');
  return body;
}

const query = (values) => new URLSearchParams(Object.entries(values).filter(([, value]) => value)).toString();
const as = () => store.state?.me ?? chosenPerson() ?? '';

/** Everything the page needs to open. */
export const fetchState = async (id) =>
  answer(await fetch(`/chat/state?${query({ as: id ?? as(), read: marksText() })}`));

/** Messages of a chat before an id (0: the newest). */
export const fetchMessages = async (chat, before = 0) =>
  answer(await fetch(`/chat/messages?${query({ as: as(), chat, before })}`));

const send = (message, path) =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': store.state.csrf },
    body: JSON.stringify({ as: store.state.me, ...message }),
  }).catch(() => Response.error());

/** Says, presses or fills in something; the log brings it back. After a restart of the server the page asks for a new token once. */
export async function post(message, path = '/chat/say') {
  const response = await send(message, path);
  if (response.status !== 403) return answer(response);
  store.state.csrf = (await fetchState()).csrf;
  return answer(await send(message, path));
}

/** Listens for new messages; the browser reconnects by itself and says where it was. */
export function listen(onMessage, onState) {
  const source = new EventSource(`/chat/events?${query({ as: as(), after: String(store.state.newest || 0) })}`);
  source.addEventListener('open', () => onState('live'));
  source.addEventListener('error', () => onState(source.readyState === EventSource.CLOSED ? 'closed' : 'lost'));
  source.addEventListener('message', (event) => onMessage(JSON.parse(event.data)));
  return () => source.close();
}
