import { drawCard } from './card.js';
import { dayOf, dayWords, timeOf } from './clock.js';
import { avatar, byId, element } from './element.js';
import { openForm } from './form.js';
import { markPressed, press, showOutcome } from './press.js';
import { person, store } from './store.js';
import { drawWelcome } from './welcome.js';

const NEAR = 120;
let following = true;

/** Whether the reader is at the newest message. */
export const atEnd = () => {
  const box = byId('messages');
  return box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
};

/** Goes to the newest message; to its beginning, when it is taller than the page. */
export const toEnd = () => {
  const box = byId('messages');
  const last = box.lastElementChild;
  if (last && last.offsetHeight > box.clientHeight) last.scrollIntoView({ block: 'start' });
  else box.scrollTop = box.scrollHeight;
  following = true;
  byId('newer').hidden = true;
};

/** Stays at the newest message while pictures load. */
export function followPictures() {
  const box = byId('messages');
  const settle = () => following && toEnd();
  box.addEventListener('load', settle, true);
  for (const event of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    box.addEventListener(
      event,
      () => {
        following = false;
      },
      { passive: true },
    );
  }
}

/** Draws the open chat anew. */
export function drawMessages({ onQuote, onOlder, onExample }) {
  const box = byId('messages');
  const log = store.logs.get(store.open) ?? { messages: [], more: false };
  const drawn = [];
  let day = '';
  for (const message of log.messages) {
    if (dayOf(message.at) !== day) drawn.push(dayLine(message.at));
    day = dayOf(message.at);
    drawn.push(drawMessage(message, onQuote));
  }
  const older = log.more
    ? [element('button', { class: 'older', type: 'button', text: '看更早的消息', on: { click: onOlder } })]
    : [];
  box.replaceChildren(...older, ...(log.messages.length < 3 && !log.more ? [drawWelcome(onExample)] : []), ...drawn);
  for (const [index, message] of log.messages.entries()) followPress(message, log.messages[index + 1]);
}

/** Adds one message at the end. */
export function addMessage(message, before, onQuote) {
  const box = byId('messages');
  if (!before || dayOf(before.at) !== dayOf(message.at)) box.append(dayLine(message.at));
  box.append(drawMessage(message, onQuote));
  if (before) followPress(before, message);
}

const dayLine = (at) => element('p', { class: 'day', text: dayWords(at) });

/** A press stands on its card: the button as used, the answer beneath. */
function followPress(said, reply) {
  const { on, text } = said.body;
  if (!on) return;
  if (reply?.body.kind === 'reply' && reply.person === null) showOutcome(on, text, reply.body.reply);
  else markPressed(on, text);
}

function drawMessage(message, onQuote) {
  const { body, person: by } = message;
  const own = by === store.state.me;
  const who = by === null ? { name: '小招' } : (person(by) ?? { name: '已停用的人员' });
  const shape =
    body.kind === 'reply' ? drawCard(body.reply, (button, pressed) => use(message, button, pressed)) : drawSaid(body);
  const quote = element('button', {
    class: 'reply-to',
    type: 'button',
    text: '引用',
    'aria-label': `引用${who.name}的消息`,
    on: { click: () => onQuote(who.name, wordsOf(body)) },
  });
  return element(
    'article',
    {
      class: own ? 'message mine' : 'message',
      data: { id: message.id },
      'aria-label': `${who.name} ${timeOf(message.at)}`,
    },
    avatar(who.name, by === null ? 'bot' : 'person'),
    element(
      'p',
      { class: 'by' },
      own ? '' : element('span', { text: [who.name, who.unit].filter(Boolean).join(' · ') }),
      body.late ? element('span', { class: 'tag', text: '补发' }) : '',
      body.for ? element('span', { class: 'tag', text: '仅自己可见' }) : '',
      element('time', { text: timeOf(message.at), datetime: message.at }),
      quote,
    ),
    element('div', { class: 'holder' }, shape),
  );
}

const wordsOf = (body) => (body.kind === 'reply' ? body.reply.title : body.text);

function drawSaid({ text, quote, files, pressed }) {
  if (pressed) return element('div', { class: 'bubble pressed', text: `按了“${text}”` });
  return element(
    'div',
    { class: 'bubble' },
    quote ? element('span', { class: 'quote', text: quote }) : '',
    ...withNames(text),
    ...(files ?? []).map((name) => element('span', { class: 'quote', text: `文件：${name}` })),
  );
}

/** "@张三 …" with the name in its own colour. */
const withNames = (text) =>
  text
    .split(/([@＠][\p{L}\p{N}]+)/u)
    .map((piece) => (/^[@＠]/.test(piece) ? element('span', { class: 'named', text: piece }) : piece));

/** A line that is on its way, and the dots of an answer to come; `remove()` takes both away. */
export function addWaiting(text, files) {
  const own = element(
    'article',
    { class: 'message mine waiting' },
    avatar(person(store.state.me).name),
    element('p', { class: 'by', text: '发送中' }),
    element('div', { class: 'holder' }, drawSaid({ text, files })),
  );
  const dots = element(
    'div',
    { class: 'bubble', 'aria-label': '小招正在处理' },
    ...[1, 2, 3].map(() => element('span', { class: 'dot' })),
  );
  const thinking = element(
    'article',
    { class: 'message thinking' },
    avatar('小招', 'bot'),
    element('p', { class: 'by', text: '小招' }),
    element('div', { class: 'holder' }, dots),
  );
  byId('messages').append(own, thinking);
  toEnd();
  return {
    arrived: () => own.remove(),
    remove: () => {
      own.remove();
      thinking.remove();
    },
    fail: (why, again) => {
      thinking.remove();
      own.classList.add('failed');
      own
        .querySelector('.by')
        .replaceChildren(
          why,
          element('button', { class: 'again', type: 'button', text: '再试一次', on: { click: again } }),
        );
    },
  };
}

/** A button that asks for more opens its form; any other is pressed. */
const use = (message, button, pressed) =>
  button.form
    ? openForm(message, button).catch((error) =>
        showOutcome(message.id, button.label, { title: error.message, tone: 'refused' }),
      )
    : press(message, button, pressed);
