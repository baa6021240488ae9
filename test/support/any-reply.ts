import fc from 'fast-check';
import type { Part, SealedButton, SealedReply } from '../../src/rendering/reply.ts';
import { HOSTILE } from './contract-replies.ts';

const words = fc.oneof(
  fc.constantFrom(...HOSTILE, '城关镇', '96.42', '—', '华辰光伏组件项目', ' ', '\n', '&&&&<<<<', '"\\"\\', '😀👨‍👩‍👧'),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);

/** Words of any length, hostile ones among them, up to tens of thousands of characters. */
const anyText = fc.oneof(
  { weight: 6, arbitrary: fc.array(words, { minLength: 1, maxLength: 8 }).map((all) => all.join('')) },
  {
    weight: 1,
    arbitrary: fc.tuple(words, fc.integer({ min: 50, max: 1200 })).map(([word, times]) => (word || '长').repeat(times)),
  },
  { weight: 1, arbitrary: fc.array(words, { minLength: 60, maxLength: 120 }).map((all) => all.join('\n')) },
);

const anyTable: fc.Arbitrary<Part> = fc
  .record({
    columns: fc.integer({ min: 1, max: 24 }),
    rows: fc.integer({ min: 0, max: 120 }),
    cell: words,
    wide: anyText,
  })
  .map(({ columns, rows, cell, wide }) => ({
    type: 'table' as const,
    heading: cell,
    columns: Array.from({ length: columns }, (_, at) => ({
      head: `列${at}${cell}`,
      ...(at % 2 ? { align: 'right' as const } : {}),
    })),
    rows: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, at) => (row === 2 && at === 0 ? wide : `${row}行${at}${cell}`)),
    ),
    more: cell,
  }));

const anyPart: fc.Arbitrary<Part> = fc.oneof(
  anyText.map((text) => ({ type: 'text' as const, text })),
  anyText.map((text) => ({ type: 'note' as const, text })),
  fc
    .array(fc.record({ label: anyText, value: anyText, was: words }), { minLength: 1, maxLength: 4 })
    .map((facts) => ({ type: 'facts' as const, facts })),
  fc
    .record({ heading: anyText, items: fc.array(anyText, { minLength: 1, maxLength: 8 }) })
    .map((list) => ({ type: 'list' as const, ...list })),
  anyTable,
);

const anyButton: fc.Arbitrary<SealedButton> = fc.record(
  {
    label: anyText,
    token: fc.integer({ min: 1, max: 4000 }).map((length) => 't'.repeat(length)),
    url: fc.constantFrom(
      '/login/abc',
      'https://example.com/',
      `https://example.com/${'x'.repeat(4000)}`,
      'javascript:alert(1)',
    ),
    confirm: anyText,
    style: fc.constantFrom('primary', 'danger'),
  },
  { requiredKeys: ['label', 'token'] },
);

/** Any reply that our code could make of what people type, and many that it could not. */
export const anyReply: fc.Arbitrary<SealedReply> = fc.record(
  {
    title: anyText.map((title) => `题${title}`),
    tone: fc.constantFrom('ok', 'info', 'ask', 'warn', 'refused'),
    parts: fc.array(anyPart, { maxLength: 5 }),
    buttons: fc.array(anyButton, { maxLength: 14 }),
    mentions: fc.array(fc.record({ name: anyText, externalId: fc.constantFrom('U0ABC', '<!channel>', 'zhangsan') }), {
      maxLength: 4,
    }),
  },
  { requiredKeys: ['title'] },
);

/** Every word of a reply that must be readable somewhere; rows beyond `rows` are counted instead. */
export const wordsToShow = (reply: SealedReply, rows: number): readonly string[] => [
  reply.title,
  ...(reply.parts ?? []).flatMap((part) => {
    switch (part.type) {
      case 'text':
      case 'note':
        return [part.text];
      case 'facts':
        return part.facts.flatMap(({ label, value, was }) => [label, value, was ?? '']);
      case 'list':
        return [part.heading ?? '', ...part.items];
      case 'table':
        return [
          part.heading ?? '',
          ...part.columns.map((column) => column.head),
          ...part.rows.slice(0, rows).flat(),
          ...(part.rows.length > rows ? [`共 ${part.rows.length} 行`] : []),
        ];
      default:
        return [];
    }
  }),
];
