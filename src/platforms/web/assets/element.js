/** Makes an element. Text is always set as text, never as markup. Props: class, data, on, text, or any attribute. */
export function element(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'class') made.className = value;
    else if (name === 'text') made.textContent = value;
    else if (name === 'data') Object.assign(made.dataset, value);
    else if (name === 'on')
      for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return made;
}

/** The element with this id. */
export const byId = (id) => document.getElementById(id);

const HUES = 7;

/** A square with the last character of a name on the person's own colour; the bot and groups have theirs. */
export function avatar(name, kind = 'person') {
  const sum = [...name].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  const letters = [...name];
  const letter = kind === 'bot' ? '招' : kind === 'group' ? letters[0] : letters[letters.length - 1];
  const hue = kind === 'person' ? String((sum % HUES) + 1) : kind;
  return element('span', { class: 'avatar', 'aria-hidden': 'true', text: letter ?? '', data: { hue } });
}
