import { avatar, byId, element } from './element.js';
import { store } from './store.js';

const ROLES = {
  leader: '领导',
  staff: '投促中心',
  head: '单位负责人',
  liaison: '联络员',
  member: '成员',
  admin: '管理员',
};

/** Opens the list of people to speak as; typing narrows it, arrows and Enter choose. */
export function choosePersona(onChoose) {
  const dialog = byId('people');
  const list = element('ul', { class: 'people', role: 'listbox', id: 'people-list', 'aria-label': '人员' });
  let found = [];
  let at = 0;
  const search = element('input', {
    type: 'search',
    placeholder: '搜姓名、单位、角色',
    'aria-label': '搜人',
    'aria-controls': 'people-list',
  });
  const pick = (one) => {
    dialog.close();
    onChoose(one.id);
  };
  const draw = () => {
    found = store.state.people.filter((one) => matches(one, search.value.trim()));
    at = Math.max(0, Math.min(at, found.length - 1));
    for (const button of dialog.querySelectorAll('.kinds button'))
      button.setAttribute('aria-pressed', String(button.textContent === search.value.trim()));
    list.replaceChildren(...found.map((one, index) => row(one, index === at, () => pick(one))));
    if (found.length === 0) list.append(element('li', { class: 'note', text: '没有对得上的人' }));
    list.children[at]?.scrollIntoView({ block: 'nearest' });
  };
  search.addEventListener('input', () => {
    at = 0;
    draw();
  });
  search.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (event.key === 'Enter' && found[at]) pick(found[at]);
    if (!step && event.key !== 'Enter') return;
    event.preventDefault();
    at += step ?? 0;
    draw();
  });
  at = Math.max(
    0,
    store.state.people.findIndex((one) => one.id === store.state.me),
  );
  const kinds = Object.values(ROLES).filter((word) => store.state.people.some(({ role }) => ROLES[role] === word));
  const only = (word) => {
    search.value = search.value === word ? '' : word;
    at = 0;
    draw();
  };
  dialog.replaceChildren(
    element('h2', { id: 'people-title', text: '以谁的身份发言' }),
    element('p', { text: '示例地区里可以换任何人试用，权限各不相同。' }),
    search,
    element(
      'div',
      { class: 'kinds' },
      ...kinds.map((word) => element('button', { type: 'button', text: word, on: { click: () => only(word) } })),
    ),
    list,
  );
  dialog.onclick = (event) => {
    if (event.target === dialog) dialog.close();
  };
  dialog.showModal();
  draw();
  search.focus();
}

const matches = ({ name, unit, title, role }, words) =>
  !words || [name, unit, title, ROLES[role]].some((text) => text.includes(words));

function row({ name, unit, title, role }, selected, onClick) {
  return element(
    'li',
    { class: 'person', role: 'option', 'aria-selected': String(selected), on: { click: onClick } },
    avatar(name),
    element(
      'span',
      { class: 'who' },
      element('b', { text: name }),
      element('span', { text: [...new Set([unit, title, ROLES[role]])].filter(Boolean).join(' · ') }),
    ),
  );
}
