import { element } from './element.js';
import { keepFigures } from './keep.js';
import { showPicture } from './picture.js';

const TONES = {
  ok: ['✓', '完成'],
  info: ['i', '信息'],
  ask: ['?', '待您确认'],
  warn: ['!', '注意'],
  refused: ['×', '未办'],
};

/** Draws a reply as a card. `onPress(button, element)` is called for each button pressed. */
export function drawCard(reply, onPress) {
  const tone = TONES[reply.tone] ? reply.tone : 'info';
  const [sign, word] = TONES[tone];
  const title = element(
    'p',
    { class: 'card-title' },
    element('span', { class: 'tone', text: sign, role: 'img', 'aria-label': word }),
    element(
      'span',
      {},
      ...(reply.mentions ?? []).map((one) => element('span', { class: 'named', text: `@${one.name} ` })),
      ...keepFigures(reply.title),
    ),
  );
  return element(
    'div',
    { class: 'card', data: { tone } },
    title,
    ...(reply.parts ?? []).map(drawPart),
    drawButtons(buttonsOf(reply), onPress),
  );
}

const PARTS = {
  text: ({ text }) => element('p', { class: 'text' }, ...keepFigures(text)),
  note: ({ text }) => element('p', { class: 'note' }, ...keepFigures(text)),
  facts: drawFacts,
  list: drawList,
  table: drawTable,
  picture: drawPicture,
  file: drawFile,
};

const drawPart = (part) => PARTS[part.type]?.(part) ?? '';

function drawFacts({ facts }) {
  const pairs = facts.flatMap(({ label, value, was }) => [
    element('dt', { text: label }),
    element('dd', {}, ...(was ? [element('del', { text: was }), ' → '] : []), ...keepFigures(value)),
  ]);
  return element('dl', { class: 'facts' }, ...pairs);
}

const heading = (text) => (text ? element('p', { class: 'part-head', text }) : '');

function drawList({ heading: head, items }) {
  return element(
    'div',
    {},
    heading(head),
    element('ul', { class: 'list' }, ...items.map((text) => element('li', {}, ...keepFigures(text)))),
  );
}

function drawTable({ heading: head, columns, rows, more }) {
  const side = (index) => (columns[index]?.align === 'right' ? 'figure' : undefined);
  const table = element(
    'table',
    {},
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...columns.map((column, n) => element('th', { scope: 'col', text: column.head, class: side(n) })),
      ),
    ),
    element(
      'tbody',
      {},
      ...rows.map((cells) =>
        element('tr', {}, ...cells.map((text, n) => element('td', { class: side(n) }, ...keepFigures(text)))),
      ),
    ),
  );
  const frame = element(
    'div',
    { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': head ?? '表格' },
    table,
  );
  return element('div', {}, heading(head), frame, more ? element('p', { class: 'note', text: more }) : '');
}

function drawPicture({ file, alt }) {
  const source = `/files/${encodeURIComponent(file.id)}`;
  const image = element('img', { src: source, alt, loading: 'lazy' });
  return element(
    'button',
    { class: 'shot', type: 'button', 'aria-label': `放大图片：${alt}`, on: { click: () => showPicture(source, alt) } },
    image,
  );
}

function drawFile({ file }) {
  const kind = file.name.split('.').pop().toLowerCase().slice(0, 4);
  return element(
    'a',
    { class: 'file', href: `/files/${encodeURIComponent(file.id)}`, download: file.name },
    element('span', { class: 'file-kind', text: kind, data: { kind }, 'aria-hidden': 'true' }),
    element(
      'span',
      { class: 'file-name' },
      element('span', { text: file.name }),
      element('small', { text: `${sizeOf(file.size)} · 点按下载` }),
    ),
  );
}

const sizeOf = (bytes) =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

/** A form that is offered is a button before the others. */
const buttonsOf = ({ form, buttons = [] }) =>
  form ? [{ label: '填表', token: form.token, form: true }, ...buttons] : buttons;

function drawButtons(buttons, onPress) {
  if (buttons.length === 0) return '';
  const drawn = buttons.map((button) =>
    button.url
      ? element('a', { href: safeUrl(button.url), text: button.label })
      : element('button', {
          type: 'button',
          class: button.style ? `${button.style}-choice` : undefined,
          text: button.label,
          data: { label: button.label },
          on: { click: (event) => onPress(button, event.currentTarget) },
        }),
  );
  return element('div', { class: 'buttons' }, ...drawn);
}

const safeUrl = (url) => (/^(https?:\/\/|\/(?!\/))/.test(url) ? url : '/');
