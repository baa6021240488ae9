import { element } from './element.js';
import { store } from './store.js';

const WANTED = ['录入', '排行', '我的', '进度', '帮助'];
const WHY = { 录入: '记一条线索', 排行: '看本月排行', 我的: '看我手上的事', 进度: '看任务进度', 帮助: '看全部命令' };

/** An empty chat: what this is, and three lines that can be sent with one tap. */
export function drawWelcome(onExample) {
  const { commands } = store.state;
  const wanted = WANTED.flatMap((name) => commands.find((command) => command.name === name) ?? []);
  const examples = [...wanted, ...commands.filter((command) => !wanted.includes(command))].slice(0, 3);
  return element(
    'div',
    { class: 'welcome' },
    element('h2', { text: '像发微信一样，把招商的事交给小招' }),
    element(
      'p',
      {},
      element('span', { text: '一句话录线索、派任务、报资金、看排行。' }),
      element('span', { text: '点一句试试：' }),
    ),
    element('ul', {}, ...examples.map((command) => element('li', {}, line(command, onExample)))),
  );
}

/** What stands in the page when it could not open: why, and one way on. */
export const drawFault = (why) =>
  element(
    'div',
    { class: 'welcome', role: 'alert' },
    element('h2', { text: '没有打开' }),
    element('p', { text: why }),
    element('button', { class: 'older', type: 'button', text: '再试一次', on: { click: () => location.reload() } }),
  );

const line = ({ name, help, example }, onExample) =>
  element(
    'button',
    { class: 'example', type: 'button', on: { click: () => onExample(example) } },
    element('b', { text: WHY[name] ?? help }),
    element('span', { text: example }),
  );
