import { byId, element } from './element.js';

/** Asks yes or no in the page; resolves to the answer. Esc is no. */
export function ask(question, yes) {
  const dialog = byId('ask');
  return new Promise((resolve) => {
    const done = (answer) => {
      dialog.onclose = null;
      dialog.close();
      resolve(answer);
    };
    const no = element('button', { type: 'button', text: '先不', on: { click: () => done(false) } });
    const go = element('button', {
      type: 'button',
      class: 'primary-choice',
      text: yes,
      on: { click: () => done(true) },
    });
    dialog.replaceChildren(
      element('p', { text: question, id: 'ask-text' }),
      element('div', { class: 'buttons' }, no, go),
    );
    dialog.setAttribute('aria-labelledby', 'ask-text');
    dialog.onclose = () => resolve(false);
    dialog.showModal();
    go.focus();
  });
}
