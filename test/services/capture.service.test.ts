import { describe, expect, it } from 'vitest';
import { testBot } from '../support/bot.ts';

describe('a message without a command', () => {
  it.each([
    ['上海华辰光伏科技有限公司拟投资12亿元建设光伏组件项目，用地120亩，联系人李总13800001111', true],
    ['今天去上海拜访了华辰光伏科技有限公司，谈得不错', false],
    ['请各单位周五前报送材料', false],
    ['光伏组件项目', false],
    ['收到，谢谢', false],
  ])('“%s” is taken for a lead: %s', async (text, lead) => {
    const bot = await testBot();
    const said = (await bot.says('张三', text, { chat: '私聊' })).text;
    expect(said.includes('请核对'), said).toBe(lead);
    const drafts = await bot.inOrg((tx) =>
      tx.sql.selectFrom('pending').select('command').where('action', '=', 'answer').execute(),
    );
    expect(drafts.length).toBe(lead ? 1 : 0);
  });

  it('is not, where the office wants to be surer', async () => {
    const bot = await testBot({ settings: { readingConfidence: 1.1 } });
    const text = '上海华辰光伏科技有限公司拟投资12亿元建设光伏组件项目，用地120亩';
    expect((await bot.says('张三', text, { chat: '私聊' })).text).not.toContain('请核对');
  });
});
