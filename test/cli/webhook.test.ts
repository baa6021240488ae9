import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type County, county } from '../support/cli.ts';

let at: County;
beforeEach(async () => {
  at = await county();
});
afterEach(() => at.close());

const ADD = ['webhook', 'add', 'https://city.example/hook?key=k'];

describe('xiaozhao webhook', () => {
  it('add shows the number and the secret once; list, trial, and away again', async () => {
    const added = await at.call(...ADD, '--events', 'task.done,report.published');
    expect(added.code).toBe(0);
    const { id, secret } = JSON.parse(added.out) as { id: number; secret: string };
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    const listed = (await at.call('webhook', 'list')).out;
    expect(JSON.parse(listed)).toMatchObject({ id, events: ['task.done', 'report.published'], inside: false });
    expect(listed).not.toContain(secret);
    expect((await at.call('webhook', 'test', String(id))).code).toBe(0);
    expect((await at.call('webhook', 'wake', String(id))).code).toBe(1);
    expect((await at.call('webhook', 'remove', String(id))).code).toBe(0);
    expect((await at.call('webhook', 'test', String(id))).code).toBe(1);
    const audits = await at.inOrg((tx) => tx.sql.selectFrom('audit').selectAll().orderBy('id').execute());
    expect(audits.map(({ reply }) => reply)).toEqual(['添加推送地址 city.example', `取消推送地址 ${id}`]);
    expect(JSON.stringify(audits)).not.toContain(secret);
    const waiting = await at.inOrg((tx) => tx.sql.selectFrom('outbox').select('state').execute());
    expect(waiting).toEqual([{ state: 'dropped' }]);
  });

  it.each<[string[], string]>([
    [['webhook'], '缺 add'],
    [['webhook', 'add', 'ftp://city.example/'], 'https://'],
    [['webhook', 'add', 'http://city.example/'], '加 --inside'],
    [['webhook', 'add', 'https://user:word@city.example/'], '不要带用户名'],
    [[...ADD, '--events', 'task.dnoe'], '没有事件 task.dnoe'],
  ])('says what is wrong: %j', async (argv, says) => {
    const { code, err } = await at.call(...argv);
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
  });

  it('an address is filed once', async () => {
    await at.call(...ADD);
    expect((await at.call(...ADD)).err).toContain('已经添加过');
  });
});
