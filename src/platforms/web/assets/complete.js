import { avatar, byId, element } from './element.js';
import { store } from './store.js';

const MOST = 8;
const GROUPS = {
  ...{ capture: '线索录入', look: '查询台账', pipeline: '项目推进', money: '资金台账', work: '任务督办' },
  ...{ activity: '招商活动', maps: '图谱载体', figures: '排行报表', setup: '设置管理', other: '其他' },
};

/**
 * Completion over the words typed so far: "@" gives people, units and 小招; the start of a line gives commands. Gives
 * { key(event) → handled?, update(), close(), all() }.
 */
export function completion(words, onChange) {
  const list = byId('choices');
  let found = [];
  let at = 0;

  const close = () => {
    list.hidden = true;
    words.setAttribute('aria-expanded', 'false');
    words.removeAttribute('aria-activedescendant');
    found = [];
  };
  const take = (choice) => {
    words.setRangeText(choice.insert, choice.from, words.selectionStart, 'end');
    close();
    words.focus();
    onChange();
  };
  const draw = () => {
    list.hidden = found.length === 0;
    words.setAttribute('aria-expanded', String(found.length > 0));
    list.replaceChildren(
      ...found.flatMap((choice, index) => [
        choice.group && choice.group !== found[index - 1]?.group ? groupLine(choice.group) : '',
        option(choice, index, index === at, () => take(choice)),
      ]),
    );
    if (found.length > 0) words.setAttribute('aria-activedescendant', `choice-${at}`);
    byId(`choice-${at}`)?.scrollIntoView({ block: 'nearest' });
  };
  const show = (choices) => {
    found = choices;
    at = 0;
    draw();
    if (found.length === 0) close();
  };

  return {
    close,
    update: () => show(choicesAt(words.value.slice(0, words.selectionStart))),
    all: () =>
      show(store.state.commands.map((command) => ({ ...commandChoice(command, 0), group: GROUPS[command.group] }))),
    key: (event) => {
      if (found.length === 0 || event.isComposing) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) at = (at + step + found.length) % found.length;
      if (step) draw();
      const wanted = event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey);
      if (wanted && found[at]) take(found[at]);
      if (event.key === 'Escape') close();
      return Boolean(step) || wanted || event.key === 'Escape';
    },
  };
}

/** What could be meant before the cursor. */
function choicesAt(before) {
  const mention = /[@＠]([\p{L}\p{N}]{0,12})$/u.exec(before);
  if (mention) return namesLike(mention[1], mention.index);
  const from = before.lastIndexOf('\n') + 1;
  const start = before.slice(from).trimStart().replace(/^\//, '').toLowerCase();
  const slash = before.slice(from).startsWith('/');
  if ((!start && !slash) || /\s/.test(start) || start.length > 8) return [];
  const { commands } = store.state;
  if (commands.some((command) => command.name === start)) return [];
  const begins = (command) => [command.name, ...command.words].some((word) => word.toLowerCase().startsWith(start));
  return commands
    .filter(begins)
    .slice(0, MOST)
    .map((command) => commandChoice(command, from));
}

const commandChoice = ({ name, help, example }, from) => ({
  label: name,
  about: example === name ? help : `${help}：${example}`,
  insert: `${name} `,
  from,
});

function namesLike(typed, from) {
  const named = [
    { label: '小招', about: '机器人', kind: 'bot' },
    ...store.state.people.map(({ name, unit }) => ({ label: name, about: unit, kind: 'person' })),
    ...store.state.units.map((label) => ({ label, about: '单位', kind: 'group' })),
  ];
  const fits = named.filter(({ label }) => label.includes(typed));
  if (fits.some(({ label }) => label === typed) && fits.length === 1) return [];
  fits.sort((a, b) => Number(b.label.startsWith(typed)) - Number(a.label.startsWith(typed)));
  return fits.slice(0, MOST).map((one) => ({ ...one, insert: `@${one.label} `, from }));
}

const groupLine = (text) => element('p', { class: 'choice-group', role: 'presentation', text });

function option({ label, about, kind }, index, selected, onClick) {
  return element(
    'div',
    {
      class: 'choice',
      id: `choice-${index}`,
      role: 'option',
      'aria-selected': String(selected),
      on: { pointerdown: (event) => event.preventDefault(), click: onClick },
    },
    kind ? avatar(label, kind) : '',
    element('b', { text: label }),
    element('span', { class: 'about', text: about ?? '' }),
  );
}
