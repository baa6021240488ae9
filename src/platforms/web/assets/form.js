import { byId, element } from './element.js';
import { showOutcome } from './press.js';
import { post } from './server.js';

const WAIT_MS = 150;

/** Opens the form of a card's button; what is wrong is said at its field, what was done stands in the chat. */
export async function openForm(message, button) {
  const about = { chat: message.chat, press: button.token };
  const { form, says } = await post({ ...about, key: crypto.randomUUID() }, '/chat/form/open');
  if (!form) return showOutcome(message.id, button.label, { title: says, tone: 'refused' });
  const send = sender(message, button, form);
  const rows = form.fields.map((field) => fieldRow(field, (words) => look(message, form, field, words)));
  const wrong = element('p', { class: 'form-wrong', role: 'alert', hidden: true });
  const go = element('button', { type: 'submit', class: 'primary-choice', text: form.submit });
  const dialog = byId('form');
  const sheet = element(
    'form',
    { class: 'form', novalidate: true, autocomplete: 'off' },
    element('h2', { id: 'form-title', text: form.title }),
    wrong,
    element('div', { class: 'form-fields' }, ...rows.map(({ row }) => row)),
    element(
      'div',
      { class: 'buttons' },
      element('button', { type: 'button', text: '取消', on: { click: () => dialog.close() } }),
      go,
    ),
  );
  sheet.addEventListener('submit', async (event) => {
    event.preventDefault();
    go.disabled = true;
    const refused = await send(Object.fromEntries(rows.map(({ name, value }) => [name, value()])));
    go.disabled = false;
    if (!refused) return dialog.close();
    const { errors = {}, says: why } = refused;
    for (const { name, fault } of rows) fault(errors[name] ?? '');
    wrong.textContent = Object.keys(errors).length > 0 ? '' : why;
    wrong.hidden = !wrong.textContent;
    return rows.find(({ name }) => errors[name])?.focus();
  });
  dialog.replaceChildren(sheet);
  dialog.showModal();
  return (rows.find(({ value }) => !value()) ?? rows[0])?.focus();
}

/** Sends what was filled in; gives what is wrong with it, or nothing. A line that broke is sent again as the same one. */
function sender(message, button, form) {
  let key = crypto.randomUUID();
  return async (fields) => {
    const said = { label: button.label, on: message.id };
    try {
      const done = await post({ chat: message.chat, press: form.token, fields, key, ...said }, '/chat/form/fill');
      key = crypto.randomUUID();
      if (done.tone === 'refused') return done;
      showOutcome(message.id, button.label, done);
      return null;
    } catch (error) {
      return { says: error.message };
    }
  };
}

const look = async (message, form, { name }, words) =>
  (await post({ chat: message.chat, press: form.token, field: name, words }, '/chat/form/choices')).choices;

/** A field with its label, its hint and what is wrong with it. */
function fieldRow(field, find) {
  const { name, label, optional, value, shown } = field;
  const hint = field.hint ?? (shown === value ? '' : shown) ?? '';
  const id = `field-${name}`;
  const input = (INPUTS[field.kind] ?? searched)(field, { id, name, 'aria-describedby': `${id}-about` }, find);
  const box = input.box ?? input;
  const about = element('p', { id: `${id}-about`, class: 'field-about', text: hint });
  const head = element('label', { for: id, text: label }, optional ? element('span', { text: '可不填' }) : '');
  const fault = (words) => {
    box.setAttribute('aria-invalid', String(words !== ''));
    about.textContent = words || hint;
  };
  box.addEventListener('input', () => fault(''));
  return {
    name,
    row: element('div', { class: 'field' }, head, input.box ? element('div', {}, box, input.list) : box, about),
    value: () => box.value.trim(),
    focus: () => box.focus(),
    fault,
  };
}

function words({ value }, props) {
  const box = element('input', { type: 'text', ...props });
  box.value = value ?? '';
  return box;
}

function long({ value }, props) {
  const box = element('textarea', { rows: 3, ...props });
  box.value = value ?? '';
  return box;
}

function day({ value }, props) {
  const box = element('input', { type: 'date', ...props });
  box.value = /^\d{4}-\d{2}-\d{2}$/.test(value ?? '') ? value : '';
  return box;
}

function chosen({ choices = [], value }, props) {
  const box = element('select', props, ...['', ...choices].map((text) => element('option', { value: text, text })));
  box.value = value ?? '';
  return box;
}

/** Words with a list that follows what is typed; where several may stand, the last one is looked for. */
function searched(field, props, find) {
  const list = element('datalist', { id: `${props.id}-list` });
  const box = element('input', { type: 'text', ...props, list: list.id, placeholder: '输入名称、拼音或编号' });
  box.value = field.value ?? '';
  let wait;
  const follow = async () => {
    const before = field.kind === 'assignee' ? /^(?:.*\s)?/.exec(box.value)[0] : '';
    const found = await find(box.value.slice(before.length)).catch(() => []);
    list.replaceChildren(...found.map(({ value, label }) => element('option', { value: before + value, text: label })));
  };
  box.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(follow, WAIT_MS);
  });
  box.addEventListener('focus', () => void follow(), { once: true });
  return { box, list };
}

const INPUTS = { line: words, text: long, date: day, choice: chosen };
