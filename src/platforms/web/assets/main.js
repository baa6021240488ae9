import { drawChats } from './chat-list.js';
import { quote, setUpComposer } from './composer.js';
import { byId } from './element.js';
import { addMessage, addWaiting, atEnd, drawMessages, followPictures, toEnd } from './message-list.js';
import { choosePersona } from './people.js';
import { fetchMessages, fetchState, listen, post } from './server.js';
import { chat, choosePerson, markRead, me, store } from './store.js';
import { drawFault } from './welcome.js';

let stop = () => {};
const waiting = new Map();
const RETRY_MS = 5_000;

const handlers = { onQuote: quote, onOlder: loadOlder, onExample: (text) => void say({ text }) };

/** Loads everything for a person and opens the chat that was open, else the first. */
async function enter(as) {
  stop();
  store.logs.clear();
  store.state = await fetchState(as);
  for (const one of store.state.chats) if (one.unread === 0 && one.last) markRead(one.id, one.last.id);
  byId('sign-out').hidden = store.state.free;
  const opened = chat(store.open) ?? chat(location.hash.slice(1)) ?? store.state.chats[0];
  await open(opened.id, document.body.dataset.screen);
  stop = listen(arrive, showLink);
}

async function open(id, screen = 'chat') {
  store.open = id;
  document.body.dataset.screen = screen;
  const one = chat(id);
  byId('room-name').textContent = one.name;
  byId('room-about').textContent =
    one.kind === 'direct' ? `与${me().name}的私聊` : `${one.members} 人 · 这里的每条消息小招都会看`;
  if (!store.logs.has(id)) store.logs.set(id, await fetchMessages(id));
  if (store.open !== id) return;
  drawMessages(handlers);
  seen();
  toEnd();
  if (screen === 'chat') history.replaceState(null, '', `#${id}`);
}

async function loadOlder() {
  const log = store.logs.get(store.open);
  const box = byId('messages');
  const height = box.scrollHeight;
  const { messages, more } = await fetchMessages(store.open, log.messages[0]?.id ?? 0);
  store.logs.set(store.open, { messages: [...messages, ...log.messages], more });
  drawMessages(handlers);
  box.scrollTop = box.scrollHeight - height;
}

/** A new message: into its log, its chat's line, and the open page. */
function arrive(message) {
  const one = chat(message.chat);
  if (!one) return void enter();
  if ((one.last?.id ?? 0) < message.id) one.last = message;
  const log = store.logs.get(message.chat);
  const known = log?.messages.some(({ id }) => id === message.id);
  const own = message.person === store.state.me;
  if (log && !known) {
    const before = log.messages[log.messages.length - 1];
    log.messages.push(message);
    if (message.chat === store.open) show(message, before, own);
  }
  if (!known && !own && !isRead(message.chat)) one.unread += 1;
  if (isRead(message.chat)) seen();
  else drawChats((id) => void open(id));
}

const isRead = (id) =>
  id === store.open && document.visibilityState === 'visible' && (!phone() || document.body.dataset.screen === 'chat');
const phone = () => matchMedia('(max-width: 719px)').matches;

function show(message, before, own) {
  const follow = own || atEnd();
  const parts = waiting.get(message.chat) ?? [];
  if (own) parts[0]?.arrived();
  if (message.person === null) parts.shift()?.remove();
  if (store.logs.get(message.chat).messages.length === 1) drawMessages(handlers);
  else addMessage(message, before, handlers.onQuote);
  if (follow) toEnd();
  else {
    byId('newer').hidden = false;
    byId('newer').textContent = '有新消息 ↓';
  }
}

/** The open chat is read to its end. */
function seen() {
  const one = chat(store.open);
  one.unread = 0;
  if (one.last) markRead(one.id, one.last.id);
  drawChats((id) => void open(id));
}

async function say(message, key = crypto.randomUUID()) {
  const id = store.open;
  const part = addWaiting(
    message.text,
    message.files?.map(({ name }) => name),
  );
  const parts = waiting.get(id) ?? [];
  waiting.set(id, [...parts, part]);
  try {
    await post({ ...message, chat: id, key });
  } catch (error) {
    waiting.set(
      id,
      (waiting.get(id) ?? []).filter((one) => one !== part),
    );
    part.fail(error.message, () => {
      part.remove();
      void say(message, key);
    });
  }
}

function showLink(state) {
  const link = byId('link');
  link.hidden = state === 'live';
  link.textContent = state === 'live' ? '' : '连接断开，正在重新连接…';
  if (state === 'closed')
    setTimeout(
      () =>
        enter().catch((error) => {
          showLink('closed');
          link.textContent = error.message;
        }),
      RETRY_MS,
    );
}

async function switchTo(id) {
  choosePerson(id);
  store.open = chat(store.open)?.kind === 'direct' ? store.state.people.find((one) => one.id === id).chat : store.open;
  await enter(id);
  byId('words').focus();
}

byId('persona').addEventListener('click', () => choosePersona((id) => void switchTo(id)));
byId('back').addEventListener('click', () => {
  document.body.dataset.screen = 'list';
  document.querySelector('.chat[aria-current="true"]')?.focus();
});
byId('newer').addEventListener('click', toEnd);
byId('messages').addEventListener('scroll', () => {
  if (atEnd()) byId('newer').hidden = true;
});
document.addEventListener('visibilitychange', () => {
  if (store.state && isRead(store.open)) seen();
});
document.addEventListener('keydown', (event) => {
  const free = byId('choices').hidden && !document.querySelector('dialog[open]');
  if (event.key === 'Escape' && phone() && free && document.activeElement !== byId('words')) byId('back').click();
});
followPictures();
setUpComposer((message) => say(message));
enter().catch((error) => {
  document.body.dataset.screen = 'chat';
  byId('messages').replaceChildren(drawFault(error.message));
});
