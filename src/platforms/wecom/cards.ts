import type { SealedButton, SealedReply } from '../../rendering/reply.ts';
import { toText } from '../../rendering/text.ts';
import { CARD_BUTTON_TEXT, CARD_BUTTONS, CARD_KEY, CARD_TEXT, CARD_TITLE } from './limits.ts';
import { NOTHING } from './parse-bot.ts';
import { DONE } from './words.ts';

/** A template card. */
export type Card = Readonly<Record<string, unknown>>;

/** Whether a card can carry a button; links, and tokens longer than a key, are left to the text. */
export const fitsCard = ({ url, token }: SealedButton): boolean => !url && Buffer.byteLength(token) <= CARD_KEY;

const pressable = (reply: SealedReply): readonly SealedButton[] => (reply.buttons ?? []).filter(fitsCard);

/** The reply's buttons as interactive cards of six each; a press comes back with the button's token. */
export function buttonCards(reply: SealedReply, taskId: string): readonly Card[] {
  const buttons = pressable(reply);
  return Array.from({ length: Math.ceil(buttons.length / CARD_BUTTONS) }, (_, card) =>
    cardOf(
      reply,
      card === 0 ? taskId : `${taskId}-${card}`,
      buttons.slice(card * CARD_BUTTONS, (card + 1) * CARD_BUTTONS).map(drawn),
    ),
  );
}

/** The whole reply on a card with its buttons, where it has some and is short enough; else null. */
export const wholeCard = (reply: SealedReply, taskId: string): Card | null =>
  pressable(reply).length > 0 ? cardWithWords(reply, taskId) : null;

/** What a pressed card turns into: the outcome, and the buttons that are next, or one that does nothing. `whole`: it says all. */
export function doneCard(reply: SealedReply, taskId: string): { readonly card: Card; readonly whole: boolean } {
  const card = cardWithWords(reply, taskId);
  if (card) return { card, whole: true };
  return { card: buttonCards(reply, taskId)[0] ?? cardOf(reply, taskId, [FINISHED]), whole: false };
}

const FINISHED = { text: DONE, style: 2, key: NOTHING };

function cardWithWords(reply: SealedReply, taskId: string): Card | null {
  const body = toText({ title: '', ...(reply.parts ? { parts: reply.parts } : {}) }).trim();
  const drawable = (reply.parts ?? []).every((part) => ['text', 'note', 'facts', 'list'].includes(part.type));
  const short = [...reply.title].length <= CARD_TITLE && [...body].length <= CARD_TEXT;
  const buttons = pressable(reply);
  const roomy = buttons.length <= CARD_BUTTONS && buttons.length === (reply.buttons ?? []).length;
  if (!drawable || !short || !roomy || reply.mentions?.length) return null;
  const shown = buttons.length > 0 ? buttons.map(drawn) : [FINISHED];
  return { ...cardOf(reply, taskId, shown), ...(body ? { sub_title_text: body } : {}) };
}

const cardOf = (reply: SealedReply, taskId: string, buttons: readonly object[]): Card => ({
  card_type: 'button_interaction',
  main_title: { title: clipped(reply.title, CARD_TITLE) || '请选择' },
  task_id: taskId,
  button_list: buttons,
});

const drawn = (button: { label: string; style?: string; token: string }) => ({
  text: clipped(button.label, CARD_BUTTON_TEXT) || '…',
  style: button.style === 'danger' ? 2 : 1,
  key: button.token,
});

/** The card's title repeats what stands above it in full. */
const clipped = (text: string, most: number): string => {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
};
