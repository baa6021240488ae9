import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buttonCards, wholeCard } from '../../../src/platforms/wecom/cards.ts';
import { inert } from '../../../src/platforms/wecom/markdown.ts';
import { render } from '../../../src/platforms/wecom/render.ts';
import { anyReply, wordsToShow } from '../../support/any-reply.ts';
import { shownOf } from './shown.ts';

const RUNS = { numRuns: 60, endOnFailure: true, interruptAfterTimeLimit: 6000 };

const SURFACES = [
  ['the app', { bytes: 2048, tables: false, cards: true, publicUrl: 'https://zs.example.cn' }],
  ['a group webhook', { bytes: 4096, tables: true, cards: false, publicUrl: 'https://zs.example.cn' }],
  ['the smart bot', { bytes: 20_480 - 400, tables: true, cards: true, publicUrl: 'https://zs.example.cn' }],
] as const;

/** Without white space and without the marks that are ours. */
const bare = (text: string): string => text.replace(/[\s\u200b*|>:-]/g, '');

test.each(SURFACES)('any reply stays within the bytes of %s, and no word of it is lost', (_, surface) => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const { messages, attachments } = render(reply, surface);
      expect(messages.length).toBeGreaterThan(0);
      for (const message of messages) {
        expect(Buffer.byteLength(message)).toBeLessThanOrEqual(surface.bytes);
        expect(message.trim()).not.toBe('');
      }
      const all = bare(messages.join(''));
      for (const word of wordsToShow(reply, 15)) expect(all).toContain(bare(inert(word)));
      const long = (reply.parts ?? []).some((part) => part.type === 'table' && part.rows.length > 15);
      expect(attachments.length).toBe(long ? 1 : 0);
    }),
    RUNS,
  );
});

test.each(SURFACES)('nothing that people typed comes alive by %s', (_, surface) => {
  fc.assert(
    fc.property(anyReply, ({ buttons: _links, ...reply }) => {
      for (const content of render(reply, surface).messages) {
        const alive =
          shownOf({ path: 'message/send', body: { msgtype: 'markdown', markdown: { content } } })?.alive ?? [];
        expect(alive).toEqual([]);
      }
    }),
    RUNS,
  );
});

test('cards keep their limits and together carry every button that a card can', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const whole = wholeCard(reply, 'task-1');
      const cards = [...buttonCards(reply, 'task-1'), ...(whole ? [whole] : [])] as unknown as readonly {
        main_title: { title: string };
        sub_title_text?: string;
        task_id: string;
        button_list: readonly { text: string; key: string }[];
      }[];
      for (const { main_title, sub_title_text = '', task_id, button_list } of cards) {
        expect([...main_title.title].length).toBeLessThanOrEqual(26);
        expect(main_title.title).not.toBe('');
        expect([...sub_title_text].length).toBeLessThanOrEqual(112);
        expect(task_id).toMatch(/^[0-9A-Za-z_\-@]{1,128}$/);
        expect(button_list.length).toBeGreaterThan(0);
        expect(button_list.length).toBeLessThanOrEqual(6);
        for (const { text, key } of button_list) {
          expect([...text].length).toBeLessThanOrEqual(10);
          expect(text).not.toBe('');
          expect(Buffer.byteLength(key)).toBeLessThanOrEqual(1024);
        }
      }
      const carried = new Set(
        buttonCards(reply, 't').flatMap((card) =>
          (card.button_list as readonly { key: string }[]).map(({ key }) => key),
        ),
      );
      const able = (reply.buttons ?? []).filter(({ url, token }) => !url && token.length <= 1024);
      expect([...carried].sort()).toEqual([...new Set(able.map(({ token }) => token))].sort());
      expect(new Set(cards.slice(0, -1).map((card) => card.task_id)).size).toBe(Math.max(0, cards.length - 1));
    }),
    RUNS,
  );
});

test('a button without a card is named in words; its page is a link only when it is one', () => {
  const reply = {
    title: '登录',
    buttons: [
      { label: '打开', token: 't', url: '/login/abc' },
      { label: '坏的', token: 't', url: 'javascript:alert(1)' },
      { label: '确认', token: 't' },
    ],
  };
  const [text] = render(reply, SURFACES[1][1]).messages;
  expect(text).toContain('[打开](https://zs.example.cn/login/abc)');
  expect(text).not.toContain('javascript');
  expect(text).toContain('可以直接回复：确认');
});
