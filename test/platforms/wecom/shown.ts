import type { WecomCall } from '../../support/emulators/wecom.ts';
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
    .replaceAll('\u200b', '');

/** A call as people see it; null for calls that show nothing. */
export function shownOf({ path, body }: WecomCall): Shown | null {
  if (!/^(?:message\/send|webhook\/send|aibot\/response)/.test(path)) return null;
  const type = String(body.msgtype);
  const content = body[type] as { content?: string } & Record<string, unknown>;
  const none = { text: '', buttons: [], files: [], alive: [] };
  if (type === 'image' || type === 'file') return { ...none, files: [type] };
  if (type === 'template_card') {
    const { button_list = [], main_title } = content as {
      button_list?: readonly { text: string; key: string }[];
      main_title: { title: string };
    };
    return {
      ...none,
      text: main_title.title,
      buttons: button_list.map(({ text, key }) => ({ label: text, token: key })),
    };
  }
  const hint = /可以直接回复：(.*)/.exec(content.content ?? '')?.[1];
  return {
    ...none,
    text: strip(content.content ?? ''),
    buttons: (hint ?? '')
      .split('、')
      .filter(Boolean)
      .map((label) => ({ label, token: label })),
    alive: aliveIn(content.content ?? ''),
  };
}
