import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertRecord } from '../../src/db/change.ts';
import { openDatabase } from '../../src/db/database.ts';
import { addWorkspace, insertOrg } from '../../src/db/org.repository.ts';
import { type County, county } from '../support/cli.ts';

let at: County;
beforeEach(async () => {
  at = await county();
});
afterEach(() => at.close());

const LINK = ['user', 'link', '--platform', 'slack', '--account', 'U123', '--person', '张三'];
const T1 = ['--workspace', 'T1'];
const listed = async () =>
  (await at.call('user', 'list')).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);

describe('xiaozhao user', () => {
  it('link binds an account to a person, at once and once', async () => {
    const { code, out } = await at.call(...LINK, ...T1);
    expect(code).toBe(0);
    const account = { platform: 'slack', workspace: 'T1', account: 'U123' };
    expect(JSON.parse(out)).toEqual({ ...account, person: '张三', unit: '临洺关镇', changed: true });
    expect(JSON.parse((await at.call(...LINK)).out)).toMatchObject({ changed: false });
    expect(await listed()).toMatchObject([
      { id: 1, name: '张三', unit: '临洺关镇', role: '成员', accounts: [{ ...account, state: 'approved' }] },
      { name: '钱七', accounts: [] },
      { name: '周九', role: '管理员' },
    ]);
    const audits = await at.inOrg((tx) => tx.sql.selectFrom('audit').select(['command', 'detail']).execute());
    expect(audits).toEqual([{ command: '绑定', detail: 'slack U123 → 张三' }]);
  });

  it('link grants what the account had asked for', async () => {
    const asked = { platform: 'slack', workspace: 'T1', external_id: 'U123', person_id: 1, state: 'asked' as const };
    await at.inOrg((tx) =>
      tx.sql
        .insertInto('identities')
        .values({ ...asked, org_id: tx.orgId })
        .execute(),
    );
    expect(JSON.parse((await at.call(...LINK, ...T1)).out)).toMatchObject({ changed: true });
    expect(await listed()).toMatchObject([{ accounts: [{ state: 'approved' }] }, {}, {}]);
  });

  it('unlink takes an account off', async () => {
    await at.call(...LINK, ...T1);
    const unlink = ['user', 'unlink', '--platform', 'slack', '--account', 'U123'];
    expect(JSON.parse((await at.call(...unlink)).out)).toMatchObject({ changed: true });
    expect(JSON.parse((await at.call(...unlink)).out)).toMatchObject({ changed: false });
    expect(await listed()).toMatchObject([{ accounts: [] }, {}, {}]);
  });

  it('says what to do where nobody has spoken yet', async () => {
    const { code, err } = await at.call('user', 'link', '--platform', 'wecom', '--account', 'a', '--person', '张三');
    expect([code, err]).toEqual([2, expect.stringContaining('先对它发一句“帮助”')]);
  });

  it('never takes an account from a person, nor a workspace from another org', async () => {
    await at.call(...LINK, ...T1);
    const other = await at.call('user', 'link', '--platform', 'slack', '--account', 'U123', '--person', '钱七');
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('绑定')]);
    const { db, close } = openDatabase({ url: at.url, maxConnections: 1 });
    await addWorkspace(db, 'slack', 'T2', await insertOrg(db, { name: '别的县' }));
    await close();
    const foreign = await at.call(...LINK, '--workspace', 'T2');
    expect([foreign.code, foreign.err]).toEqual([1, expect.stringContaining('属于另一个地区')]);
  });

  it('two people of one name are told apart by their unit', async () => {
    await at.inOrg((tx) => insertRecord(tx, 'people', { name: '张三', role: 'member', unit_id: 2, mobile: null }));
    const unclear = await at.call(...LINK, ...T1);
    expect([unclear.code, unclear.err]).toEqual([2, expect.stringContaining('有 2 个“张三”')]);
    expect(JSON.parse((await at.call(...LINK, ...T1, '--unit', '城东街道')).out)).toMatchObject({ unit: '城东街道' });
  });

  it.each<[string[], string]>([
    [['user'], '缺 list、link 或 unlink'],
    [['user', 'link', '--platform', 'qq', '--account', '1', '--person', '张三'], '--platform 应是'],
    [['user', 'link', '--platform', 'slack', '--person', '张三'], '缺 --account'],
    [['user', 'link', '--platform', 'slack', '--account', 'U1', '--person', '张三'], '缺 --workspace'],
    [['user', 'link', '--platform', 'slack', '--account', 'U1', ...T1], '缺 --person'],
    [['user', 'link', '--platform', 'slack', '--account', 'U1', '--person', '无名', ...T1], '花名册里没有“无名”'],
  ])('says what is missing: %j', async (argv, says) => {
    const { code, err } = await at.call(...argv);
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
  });
});
