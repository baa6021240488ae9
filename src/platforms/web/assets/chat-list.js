import { shortTime } from './clock.js';
import { avatar, byId, element } from './element.js';
import { me, person, store } from './store.js';

/** Draws the list of chats and the person who speaks. */
export function drawChats(onOpen) {
  const { state, open } = store;
  const focused = document.activeElement?.dataset?.chat;
  byId('org').textContent = state.org;
  drawPersona(state);
  const sorted = [...state.chats].sort((a, b) => (b.last?.id ?? 0) - (a.last?.id ?? 0));
  byId('chats').replaceChildren(...sorted.map((one) => element('li', {}, row(one, one.id === open, onOpen))));
  if (focused) document.querySelector(`.chat[data-chat="${CSS.escape(focused)}"]`)?.focus();
  const unread = state.chats.reduce((sum, one) => sum + one.unread, 0);
  document.title = unread > 0 ? `(${unread}) 小招 · ${state.org}` : `小招 · ${state.org}`;
}

function drawPersona({ free }) {
  const { name, title, unit } = me();
  const button = byId('persona');
  button.disabled = !free;
  button.setAttribute('aria-label', free ? `正以${name}的身份发言，点按更换` : `${name}`);
  button.replaceChildren(
    avatar(name),
    element('span', { class: 'who' }, element('b', { text: name }), element('span', { text: about(unit, title) })),
    free ? element('span', { class: 'swap', text: '换人' }) : '',
  );
}

const about = (unit, title) => [unit, title].filter(Boolean).join(' · ') || '未编入单位';

function row(one, current, onOpen) {
  const { last, unread } = one;
  return element(
    'button',
    {
      class: 'chat',
      type: 'button',
      'aria-current': current ? 'true' : undefined,
      data: { chat: one.id },
      on: { click: () => onOpen(one.id), keydown: moveFocus },
    },
    avatar(one.name, one.kind === 'direct' ? 'bot' : 'group'),
    element('span', { class: 'chat-name', text: one.name }),
    element('span', { class: 'chat-time', text: last ? shortTime(last.at) : '' }),
    element('span', { class: 'chat-last', text: last ? lastLine(one, last) : '还没有消息' }),
    unread > 0
      ? element('span', { class: 'badge', text: unread > 99 ? '99+' : String(unread), 'aria-label': `${unread}条未读` })
      : '',
  );
}

/** The last line of a chat in one row. */
function lastLine(one, { person: by, body }) {
  const words =
    body.kind === 'reply'
      ? body.reply.title
      : body.text || (body.files ?? []).map((name) => `［文件］${name}`).join(' ');
  const line = words.replace(/\s+/g, ' ');
  const name = by === store.state.me ? '我' : by === null ? '小招' : (person(by)?.name ?? '');
  return one.kind === 'direct' && by === null ? line : `${name}：${line}`;
}

function moveFocus(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const rows = [...document.querySelectorAll('.chat')];
  rows[rows.indexOf(event.currentTarget) + step]?.focus();
}
