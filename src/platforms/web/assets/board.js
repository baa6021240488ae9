import { byId, element } from './element.js';

const KINDS = {
  monthly: '月度排行',
  quarterly: '季度红黄旗',
  half: '半年排行',
  'half-year': '半年排行',
  year: '年度排行',
};
const isPicture = ({ name }) => /\.(png|jpe?g)$/i.test(name);

const nameOf = ({ kind, period }) => `${period} ${KINDS[kind] ?? ''}`.trim();

function show(boards, chosen) {
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
  const pictures = chosen.files.filter(isPicture);
  const others = chosen.files.filter((file) => !isPicture(file));
  byId('board').replaceChildren(
    ...pictures.map(({ fileId, alt, name }) =>
      element('img', { src: `/files/${encodeURIComponent(fileId)}`, alt: alt ?? name }),
    ),
    ...others.map(({ fileId, name }) =>
      element('a', { href: `/files/${encodeURIComponent(fileId)}`, download: name, text: name }),
    ),
    ...(chosen.files.length === 0 ? [element('p', { text: '这一期没有图片和文件。' })] : []),
  );
}

const response = await fetch('/board/list');
const { org, boards, error } = await response.json();
byId('title').textContent = org ? `${org}排行榜` : '排行榜';
if (error || boards.length === 0) {
  byId('board').replaceChildren(
    element('p', {
      text: error?.message ?? '还没有发布过排行。月末最后一个工作日会自动发布，也可以在聊天里发“排行”随时看。',
    }),
  );
} else show(boards, boards[0]);
