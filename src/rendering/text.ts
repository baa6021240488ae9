import type { Part, SealedReply, TablePart } from './reply.ts';

/**
 * The plain form of a reply: for the terminal, notifications, logs of the demo, screen readers, and platforms that can
 * do no better. Buttons are left out (a terminal shows them by itself); pictures give their alt text.
 */
export function toText(reply: Omit<SealedReply, 'buttons' | 'form'>): string {
  const mentions = (reply.mentions ?? []).map((mention) => `@${mention.name}`).join(' ');
  const blocks = [mentions ? `${mentions} ${reply.title}` : reply.title, ...(reply.parts ?? []).map(partText)];
  return blocks.filter(Boolean).join('\n');
}

function partText(part: Part): string {
  switch (part.type) {
    case 'text':
    case 'note':
      return part.text;
    case 'facts':
      return part.facts.map(({ label, value, was }) => `${label}：${was ? `${was} → ${value}` : value}`).join('\n');
    case 'list':
      return [part.heading ?? '', ...part.items.map((item) => `· ${item}`)].filter(Boolean).join('\n');
    case 'table':
      return tableText(part);
    case 'picture':
      return `［图片］${part.alt}`;
    case 'file':
      return `［文件］${part.file.name}`;
  }
}

function tableText({ heading, columns, rows, more }: TablePart): string {
  const lines = [columns.map((column) => column.head), ...rows].map((cells) => cells.join(' | '));
  return [heading ?? '', ...lines, more ?? ''].filter(Boolean).join('\n');
}
