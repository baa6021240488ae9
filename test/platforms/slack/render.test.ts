import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../../src/platforms/slack/blocks.ts';
import { render } from '../../../src/platforms/slack/render.ts';
import { anyReply, wordsToShow } from '../../support/any-reply.ts';

const RUNS = { numRuns: 60, endOnFailure: true, interruptAfterTimeLimit: 6000 };
const PUBLIC = 'https://zs.example.cn';

interface TextObject {
  readonly type?: string;
  readonly text?: unknown;
}

/** Every text of some blocks, in order. */
function textsOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { text } = node as TextObject;
  return typeof text === 'string' ? [text] : Object.values(node).flatMap(textsOf);
}

function typesOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(typesOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type } = node as TextObject;
  return [...(typeof type === 'string' ? [type] : []), ...Object.values(node).flatMap(typesOf)];
}

/** Slack's documented limits on one block; the words say which is broken. */
function broken(block: Block): readonly string[] {
  const {
    type,
    text,
    elements = [],
    rows = [],
  } = block as {
    type: string;
    text?: { text: string };
    elements?: readonly {
      text?: { text: string } | string;
      value?: string;
      url?: string;
      confirm?: { text: { text: string } };
    }[];
    rows?: readonly (readonly { text: string }[])[];
  };
  const length = text?.text.length ?? 1;
  const wrong = [
    length < 1 && 'empty text',
    type === 'header' && length > 150 && 'header',
    type === 'section' && length > 3000 && 'section',
    type === 'context' && elements.length > 10 && 'context elements',
    type === 'actions' && elements.length > 25 && 'actions',
    type === 'table' && (rows.length > 100 || rows.some((cells) => cells.length > 20)) && 'table size',
    type === 'table' && rows.flat().some((cell) => cell.text.length < 1) && 'empty cell',
    type === 'table' && rows.flat().reduce((sum, cell) => sum + cell.text.length, 0) > 10_000 && 'table characters',
    textsOf(block).some((one) => one.length < 1 || one.length > 3000) && 'a text object',
    ...elements.map(
      ({ text: label, value, url, confirm }) =>
        type === 'actions' &&
        ((typeof label === 'object' && label.text.length > 75 && 'label') ||
          ((value?.length ?? 0) > 2000 && 'value') ||
          ((url?.length ?? 0) > 3000 && 'url') ||
          ((confirm?.text.text.length ?? 0) > 300 && 'confirm')),
    ),
  ];
  return wrong.filter((one): one is string => typeof one === 'string');
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');

test('any reply stays within every limit of a message, drawn with new blocks or with old ones', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const { messages } = render(reply, PUBLIC);
      expect(messages.length).toBeGreaterThan(0);
      for (const { text, blocks, older } of messages) {
        expect(text.length).toBeLessThanOrEqual(4000);
        expect(text.trim()).not.toBe('');
        expect(older.some(({ type }) => type === 'table')).toBe(false);
        expect(blocks.filter(({ type }) => type === 'table').length).toBeLessThanOrEqual(1);
        for (const drawn of [blocks, older]) {
          expect(drawn.length).toBeGreaterThan(0);
          expect(drawn.length).toBeLessThanOrEqual(50);
          expect(textsOf(drawn).join('').length).toBeLessThanOrEqual(9000);
          expect(drawn.flatMap(broken)).toEqual([]);
        }
      }
    }),
    RUNS,
  );
});

test('no word of any reply is lost: in blocks new and old, and in the text for screen readers; long tables say how long', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const { messages, attachments } = render(reply, PUBLIC);
      const shown = [
        messages.map(({ blocks }) => textsOf(blocks).join('')).join(''),
        messages.map(({ older }) => textsOf(older).join('')).join(''),
        messages
          .map(({ text }) => text.replace(/^.*（续\d+）\n/, ''))
          .join('')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&'),
      ].map(squeezed);
      for (const word of wordsToShow(reply, 15)) for (const all of shown) expect(all).toContain(squeezed(word));
      const long = (reply.parts ?? []).some((part) => part.type === 'table' && part.rows.length > 15);
      expect(attachments.length).toBe(long ? 1 : 0);
    }),
    RUNS,
  );
});

test('what people typed stands only where Slack parses nothing', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const { messages } = render(reply, PUBLIC);
      expect(messages.flatMap(({ blocks, older }) => typesOf([blocks, older]))).not.toContain('mrkdwn');
      expect(messages.map(({ text }) => text).join('')).not.toMatch(/<[^>]*>/);
    }),
    RUNS,
  );
});

test('a table is Slack’s own where it fits, else lines; the button that cannot stand is named', () => {
  const table = (columns: number) => ({
    type: 'table' as const,
    columns: Array.from({ length: columns }, (_, at) => ({ head: `列${at}` })),
    rows: [Array.from({ length: columns }, () => '1')],
  });
  const types = (columns: number) =>
    render({ title: '表', parts: [table(columns)] }, PUBLIC).messages.flatMap(({ blocks }) =>
      blocks.map(({ type }) => type),
    );
  expect(types(20)).toContain('table');
  expect(types(21)).not.toContain('table');
  const [message] = render({ title: '选', buttons: [{ label: '确认', token: 'x'.repeat(2001) }] }, PUBLIC).messages;
  expect(message?.blocks.map(({ type }) => type)).not.toContain('actions');
  expect(message?.text).toContain('可以直接回复：确认');
});

test('a heading goes with what it heads: no message ends with one', () => {
  const columns = [{ head: '单位' }, { head: '得分' }];
  const parts = ['乡镇组', '园区组', '部门组'].map((heading) => {
    const rows = [[`${heading}甲`, '1.00']];
    return { type: 'table' as const, heading, columns, rows };
  });
  const { messages } = render({ title: '排行', parts }, PUBLIC);
  expect(messages).toHaveLength(3);
  for (const { blocks, older, text } of messages) {
    expect(blocks.at(-1)?.type).toBe('table');
    expect(typesOf(older.at(-1))).toContain('rich_text_preformatted');
    expect(text).toMatch(/组\n/);
  }
});
