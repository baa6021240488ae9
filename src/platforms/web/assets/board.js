import { byId, element } from './element.js';

const KINDS = { quarterly: '红黄旗' };
const isPicture = ({ name }) => /\.(png|jpe?g)$/i.test(name);

/** A month that was not published, this one (period '') or an earlier one: as many pictures as its units take. */
async function drawn(period) {
  const { pages } = await ask(`/board/now?period=${period}`);
  const told = period ? `${periodText(period)}的排行，没有发布` : '本月到现在的排行，还没有结账';
  return Array.from({ length: Math.max(1, pages ?? 1) }, (_, at) => ({
    src: `/board/now.png?period=${period}&page=${at + 1}`,
    name: `now-${at + 1}.png`,
    alt: `${told}，第 ${at + 1} 张。文字版在聊天里发“排行${period ? ` ${period}` : ''}”。`,
  }));
}
const nameOf = ({ kind, period }) =>
  kind === 'now'
    ? '本月到现在'
    : [periodText(period), kind === 'open' ? '未发布' : (KINDS[kind] ?? '')].filter(Boolean).join(' ');

/** "2026-10" → "2026年10月", "2026-Q3" → "2026年三季度", "2026-H1" → "2026年上半年". */
function periodText(key) {
  const [year, part = ''] = key.split('-');
  if (/^Q[1-4]$/.test(part)) return `${year}年${'一二三四'[part[1] - 1]}季度`;
  if (/^H[12]$/.test(part)) return `${year}年${part === 'H1' ? '上' : '下'}半年`;
  return part ? `${year}年${Number(part)}月` : `${year}年`;
}
const sourceOf = ({ fileId, src }) => src ?? `/files/${encodeURIComponent(fileId)}`;

async function show(boards, chosen) {
  byId('periods').replaceChildren(
    ...boards.map((board) =>
      element('button', {
        type: 'button',
        text: nameOf(board),
        'aria-pressed': String(board === chosen),
        on: { click: () => show(boards, board) },
      }),
    ),
  );
  chosen.files ??= await drawn(chosen.period);
  const pictures = chosen.files.filter(isPicture);
  const others = chosen.files.filter((file) => !isPicture(file));
  byId('board').replaceChildren(
    ...pictures.map(drawPicture),
    ...others.map(drawFile),
    ...(chosen.files.length === 0 ? [element('p', { text: '这一期没有图片和文件。' })] : []),
  );
}

const FORMATS = { docx: 'Word', xlsx: 'Excel', pdf: 'PDF' };

/** A document to keep: its kind, its name. */
function drawFile(file) {
  const kind = file.name.split('.').pop().toLowerCase();
  return element(
    'a',
    { class: 'paper', href: sourceOf(file), download: file.name },
    element('b', { text: FORMATS[kind] ?? kind }),
    element('span', { text: file.name }),
  );
}

/** A picture, with a word in its place until it has come, and why where it does not. */
function drawPicture(file) {
  const wait = element('p', { text: '正在画图…', role: 'status' });
  const image = element('img', { src: sourceOf(file), alt: file.alt ?? file.name });
  image.addEventListener('load', () => wait.remove());
  image.addEventListener('error', () => {
    image.remove();
    wait.textContent = file.src ? '还没有参加排行的单位。' : '图片没有取到，请刷新再试。';
  });
  return element('figure', {}, wait, image);
}

const ask = async (path) => (await fetch(path)).json();
const { org, boards, open, error } = await ask('/board/list');
byId('title').textContent = org ? `${org}排行榜` : '排行榜';
if (error) byId('board').replaceChildren(element('p', { text: error.message }));
else {
  const now = { kind: 'now', period: '' };
  const earlier = open.map((period) => ({ kind: 'open', period }));
  await show([...boards, ...earlier, now], boards[0] ?? now);
}
