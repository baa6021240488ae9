import { ask } from './ask.js';
import { element } from './element.js';
import { post } from './server.js';

/** Presses a button of a card: asks first where it should, shows that it is busy, then what came of it. */
export async function press(message, button, pressed) {
  if (button.confirm && !(await ask(button.confirm, button.label))) return;
  pressed.disabled = true;
  pressed.setAttribute('aria-busy', 'true');
  const key = crypto.randomUUID();
  try {
    const { replies } = await post({
      chat: message.chat,
      press: button.token,
      label: button.label,
      on: message.id,
      key,
    });
    pressed.removeAttribute('aria-busy');
    if (replies[0]) showOutcome(message.id, button.label, replies[0]);
  } catch (error) {
    pressed.disabled = false;
    pressed.removeAttribute('aria-busy');
    showOutcome(message.id, button.label, { title: error.message, tone: 'refused' });
  }
}

/** Marks a card's button as pressed. */
export function markPressed(messageId, label) {
  for (const button of cardOf(messageId)?.querySelectorAll('.buttons button') ?? []) {
    if (button.dataset.label === label) button.disabled = true;
  }
}

/** Says beneath a card's buttons what came of pressing one. */
export function showOutcome(messageId, label, { title, tone }) {
  const card = cardOf(messageId);
  if (!card) return;
  const answered = card.dataset.tone === 'ask' && (tone === 'ok' || tone === 'info');
  for (const button of card.querySelectorAll('.buttons button')) if (answered) button.disabled = true;
  markPressed(messageId, tone === 'refused' ? '' : label);
  card.querySelector('.outcome')?.remove();
  card.append(
    element('p', { class: 'outcome', role: 'status', text: `${label}：${title}`, data: { tone: tone ?? 'info' } }),
  );
}

const cardOf = (id) => document.querySelector(`[data-id="${Number(id)}"] .card`);
