import type { WecomCall } from '../../support/emulators/wecom.ts';
import type { BotAnswer } from '../../support/emulators/wecom-bot.ts';
import type { Shown } from '../../support/platform-contract.ts';

/** What WeCom would bring to life of what stands between our own marks: our own bold, quotes, items and tables are taken off first. */
function aliveIn(content: string): readonly string[] {
  const ours = content
    .replace(/^\*\*(.*)\*\*$/gm, '$1')
    .replace(/^> /gm, '')
    .replace(/^- /gm, '')
    .replace(/^\|(?: ?:?-+:? ?\|)+$/gm, '')
    .replace(/^\|(.*)\|$/gm, (_, cells: string) => cells.replaceAll(' | ', ' '));
  const marks = [
    /<[^>]*>/g,
    /\]\(/g,
    /!\[/g,
    /\*[^*\n]+\*/g,
    /~~[^~\n]+~~/g,
    /`/g,
    /\|/g,
    /@(?:all|所有人)/gi,
    /^#{1,6} /gm,
    /^(?:-{3,}|={3,}|\*{3,})\s*$/gm,
    /^\s*[-+] /gm,
    /^\s*\d+[.)] /gm,
  ];
  return marks.flatMap((mark) => ours.match(mark) ?? []);
}

const strip = (content: string): string =>
  content
    .replace(/^\*\*(.*)\*\*$/gm, '$1')
    .replace(/^\|(?: ?:?-+:? ?\|)+$/gm, '')
    .replace(/[\u200b\u200c]/g, '');

const NONE = { text: '', buttons: [], files: [], alive: [] };

function shownOfCard(card: Readonly<Record<string, unknown>>): Shown {
  const {
    button_list = [],
    main_title,
    sub_title_text = '',
  } = card as {
    button_list?: readonly { text: string; key: string }[];
    main_title: { title: string };
    sub_title_text?: string;
  };
  return {
    ...NONE,
    text: `${main_title.title}\n${sub_title_text}`,
    buttons: button_list.map(({ text, key }) => ({ label: text, token: key })),
  };
}

function shownOfWords(content: string): Shown {
  const hint = /可以直接回复：(.*)/.exec(content)?.[1] ?? '';
  const buttons = hint.split('、').filter(Boolean);
  return {
    ...NONE,
    text: strip(content),
    buttons: buttons.map((label) => ({ label, token: label })),
    alive: aliveIn(content),
  };
}

/** A call as people see it; null for calls that show nothing. */
export function shownOf({ path, body }: WecomCall): Shown | null {
  if (path.startsWith('message/update_template_card')) return shownOfCard(body.template_card as never);
  if (!/^(?:message\/send|webhook\/send|aibot\/response)/.test(path)) return null;
  const type = String(body.msgtype);
  if (type === 'image' || type === 'file') return { ...NONE, files: [type] };
  const content = body[type] as { content?: string } & Record<string, unknown>;
  return type === 'template_card' ? shownOfCard(content) : shownOfWords(content.content ?? '');
}

/** The end of a stream, or a card that a press updated, as people see it: a card's buttons beside the words. */
export function shownOfAnswer({ stream, template_card: card }: BotAnswer): Shown {
  const words = stream ? shownOfWords(stream.content ?? '') : NONE;
  const cards = card ? shownOfCard(card) : NONE;
  return {
    text: [words.text, stream ? '' : cards.text].filter(Boolean).join('\n'),
    buttons: card ? cards.buttons : words.buttons,
    files: (stream?.msg_item ?? []).map(() => 'image'),
    alive: words.alive,
  };
}
