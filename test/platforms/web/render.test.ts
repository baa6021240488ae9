import { expect, test } from 'vitest';
import { toApiReply } from '../../../src/platforms/web/render.ts';

const picture = { id: 'f1', name: '排行.png', mime: 'image/png', size: 10 };
const sheet = { id: 'f2', name: '台账.xlsx', mime: 'application/x', size: 10 };

test('a reply for programs has its text, record, tone, buttons and files, and nothing of what buttons do', () => {
  const reply = toApiReply(
    {
      title: '已录入 X113',
      tone: 'ok',
      record: 'X113',
      parts: [
        { type: 'facts', facts: [{ label: '投资方', value: '华辰' }] },
        { type: 'picture', file: picture, alt: '城关镇第一' },
        { type: 'file', file: sheet },
      ],
      buttons: [{ label: '确认', token: 't', style: 'primary', confirm: '真的？' }],
    },
    'http://127.0.0.1:8080',
  );
  expect(reply).toEqual({
    text: '已录入 X113\n投资方：华辰\n［图片］城关镇第一\n［文件］台账.xlsx',
    title: '已录入 X113',
    tone: 'ok',
    record: 'X113',
    buttons: [{ label: '确认', token: 't' }],
    files: [
      { name: '排行.png', mime: 'image/png', url: 'http://127.0.0.1:8080/files/f1' },
      { name: '台账.xlsx', mime: 'application/x', url: 'http://127.0.0.1:8080/files/f2' },
    ],
  });
});

test('a button that opens a page gives its whole address', () => {
  const { buttons } = toApiReply(
    { title: '登录', buttons: [{ label: '打开', token: 't', url: '/sign-in/x' }] },
    'http://h',
  );
  expect(buttons).toEqual([{ label: '打开', token: 't', url: 'http://h/sign-in/x' }]);
});

test('a reply without parts has empty lists', () => {
  expect(toApiReply({ title: '好' }, '')).toEqual({ text: '好', title: '好', tone: 'info', buttons: [], files: [] });
});
