import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/database.ts';
import { orgOfApiToken } from '../../src/services/session.service.ts';
import { type County, county } from '../support/cli.ts';

let at: County;
beforeEach(async () => {
  at = await county();
});
afterEach(() => at.close());

const opens = async (token: string): Promise<boolean> => {
  const { db, close } = openDatabase({ url: at.url, maxConnections: 1 });
  const org = await orgOfApiToken(db, token);
  await close();
  return org !== null;
};

describe('xiaozhao token', () => {
  it('create shows a token once, which opens this org until it is revoked', async () => {
    const made = await at.call('token', 'create', '大屏');
    expect(made.code).toBe(0);
    const { token, org } = JSON.parse(made.out) as { token: string; org: string };
    expect([org, token]).toEqual(['试验县', expect.stringMatching(/^xz_/)]);
    expect(await opens(token)).toBe(true);
    const listed = (await at.call('token', 'list')).out;
    expect(JSON.parse(listed)).toMatchObject({ name: '大屏', revokedAt: null });
    expect(listed).not.toContain(token);
    expect(JSON.parse((await at.call('token', 'revoke', '大屏')).out)).toMatchObject({ revoked: 1 });
    expect(await opens(token)).toBe(false);
    expect((await at.call('token', 'revoke', '大屏')).code).toBe(1);
    const audits = await at.inOrg((tx) => tx.sql.selectFrom('audit').select('reply').orderBy('id').execute());
    expect(audits.map(({ reply }) => reply)).toEqual(['发放令牌 大屏', '作废令牌 大屏']);
  });

  it('one name stands for one token at a time, and a verb is needed', async () => {
    await at.call('token', 'create', '大屏');
    const again = await at.call('token', 'create', '大屏');
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('已有用途叫“大屏”的令牌')]);
    expect((await at.call('token')).err).toContain('缺 create');
  });
});
