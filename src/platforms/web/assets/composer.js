import { completion } from './complete.js';
import { byId, element } from './element.js';
import { store } from './store.js';

const MAX_FILE = 10 * 1024 * 1024;

/** Sets up the input: Enter sends, Shift+Enter breaks the line, Esc closes what is open. Calls `onSend({text, quote, files})`. */
export function setUpComposer(onSend) {
  const words = byId('words');
  const grow = () => {
    reach(words);
    drawUsage(words.value);
  };
  const choices = completion(words, grow);
  const send = async () => {
    const text = words.value.trim();
    if (!text && !store.file) return;
    const message = {
      text,
      ...(store.quote ? { quote: store.quote.text } : {}),
      ...(store.file ? { files: [store.file] } : {}),
    };
    words.value = '';
    choices.close();
    detach();
    grow();
    await onSend(message);
  };
  words.addEventListener('input', () => {
    grow();
    choices.update();
  });
  words.addEventListener('keydown', (event) => {
    if (choices.key(event)) return event.preventDefault();
    if (event.key === 'Escape') detach();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return undefined;
    event.preventDefault();
    return void send();
  });
  words.addEventListener('blur', () => choices.close());
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
    words.focus();
  });
  byId('menu').addEventListener('pointerdown', (event) => event.preventDefault());
  byId('menu').addEventListener('click', () => {
    words.focus();
    if (byId('choices').hidden) choices.all();
    else choices.close();
  });
  byId('file').addEventListener('change', (event) => void attach(event.target));
}

/** Quotes a message in the next one. */
export function quote(name, text) {
  store.quote = { name, text };
  drawAttached();
  byId('words').focus();
}

async function attach(input) {
  const [file] = input.files;
  input.value = '';
  if (!file) return;
  if (file.size > MAX_FILE) {
    byId('usage').hidden = false;
    byId('usage').textContent = '文件超过 10 MB，请拆开再传。';
    return;
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let from = 0; from < bytes.length; from += 32_768)
    binary += String.fromCharCode(...bytes.subarray(from, from + 32_768));
  store.file = { name: file.name, base64: btoa(binary) };
  drawAttached();
  byId('words').focus();
}

/** As tall as its words, up to what the style allows. */
function reach(words) {
  words.style.height = 'auto';
  words.style.height = `${words.scrollHeight + words.offsetHeight - words.clientHeight}px`;
}

function detach(...what) {
  for (const one of what.length > 0 ? what : ['quote', 'file']) store[one] = null;
  drawAttached();
}

function drawAttached() {
  const chip = (what, word, text) =>
    element(
      'span',
      { class: 'chip' },
      element('span', { text: `${word} ${text}` }),
      element('button', { type: 'button', text: '×', 'aria-label': `取消${word}`, on: { click: () => detach(what) } }),
    );
  const box = byId('attached');
  box.replaceChildren(
    ...(store.quote
      ? [chip('quote', '引用', `${store.quote.name}：${store.quote.text.replace(/\s+/g, ' ').slice(0, 60)}`)]
      : []),
    ...(store.file ? [chip('file', '文件', `${store.file.name}（发送后预览，确认才导入）`)] : []),
  );
  box.hidden = !store.quote && !store.file;
}

/** Under a command's word stands how it is written. */
function drawUsage(text) {
  const line = text.split('\n').pop();
  const command = store.state.commands.find(({ name }) => line.startsWith(name) && line.length > name.length);
  const usage = byId('usage');
  usage.hidden = !command;
  if (command) usage.replaceChildren(element('b', { text: command.usage }), `　例：${command.example}`);
}
