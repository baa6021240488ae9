import { describe, expect, test } from 'vitest';
import { ApiMessage, PageMessage, toIncoming } from '../../../src/platforms/web/parse.ts';

const place = {
  workspace: 'web',
  chat: { externalId: 'main', kind: 'group', name: '招商工作群' },
  sender: { externalId: 'p2', name: '张三' },
} as const;
const key = { source: 'api', key: 'm1' };

describe('a message of the built-in chat becomes a delivery', () => {
  test('the words, the quote, the place and the key are taken over, and the caller waits for the answer', () => {
    expect(toIncoming({ text: '录入', quote: '华辰要来投资' }, place, key)).toEqual({
      platform: 'web',
      ...place,
      ...key,
      text: '录入',
      quote: '华辰要来投资',
      answer: 'return',
    });
  });

  test.each([
    ['@小招 我的', '我的'],
    ['＠小招，我的', '我的'],
    ['分派 @小招办 明天', '分派 @小招办 明天'],
  ])('%s is read as %s', (text, read) => {
    expect(toIncoming({ text }, place, key).text).toBe(read);
  });

  test('a press carries its token and no words', () => {
    expect(toIncoming({ text: 'x', press: 'token' }, place, key)).toMatchObject({ text: '', press: 'token' });
  });

  test('a workbook is known by its name', () => {
    const files = [{ name: '花名册.XLSX', base64: 'UEs=' }];
    expect(toIncoming({ text: '', files }, place, key).files).toEqual([
      {
        name: '花名册.XLSX',
        base64: 'UEs=',
        mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
    ]);
  });

  test.each([
    ['an unknown key', { text: 'x', admin: true }],
    ['a number for text', { text: 1 }],
    ['an empty message id', { text: 'x', message_id: '' }],
    ['a file that is not base64', { files: [{ name: 'a.xlsx', base64: '不是' }] }],
    ['four files', { files: Array.from({ length: 4 }, () => ({ name: 'a.xlsx', base64: '' })) }],
  ])('%s is refused', (_, body) => {
    expect(ApiMessage.safeParse(body).success).toBe(false);
  });

  test('the page must give a key of its own', () => {
    expect(PageMessage.safeParse({ chat: 'main', text: 'x' }).success).toBe(false);
    expect(PageMessage.safeParse({ chat: 'main', text: 'x', key: '12345678' }).success).toBe(true);
  });
});
