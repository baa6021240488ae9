import { beforeEach, describe, expect, it } from 'vitest';
import { readFile } from '../../src/services/file.service.ts';
import { type TestBot, testBot } from '../support/bot.ts';
import { aProject } from '../support/project.ts';
import { unzip } from '../support/unzip.ts';

let bot: TestBot;
let project: number;
beforeEach(async () => {
  bot = await testBot();
  project = await aProject(bot, { name: '冀南铸件项目', unit: '临洺关镇', row: { chain: '装备制造' } });
});

/** What a reply hands over: its name and the XML of what is in it. */
async function handed(who: string, line: string, chat: '群' | '私聊' = '群') {
  const { reply } = await bot.says(who, line, { chat });
  const part = reply.parts?.find((one) => one.type === 'file');
  if (part?.type !== 'file') throw new Error(`no file: ${reply.title}`);
  const bytes = (await bot.inOrg((tx) => readFile(tx, part.file.id)))?.bytes ?? new Uint8Array();
  const files = [...(await unzip(bytes)).entries()].filter(([name]) =>
    /sheet1\.xml|sharedStrings|word\/document\.xml/.test(name),
  );
  return {
    title: reply.title,
    name: part.file.name,
    private: reply.private,
    xml: files.map(([, text]) => text).join(''),
  };
}

describe('导出', () => {
  it('资源: numbers whole only alone and for one’s own, narrowed by words; formulas are words', async () => {
    await bot.says('张三', '资源 新增 乡贤 张建国 深圳 某科技公司董事长 13900001111');
    await bot.says('张三', '资源 新增 商会 =HYPERLINK("http://x") 上海 秘书处');
    const group = await handed('张三', '资源 导出');
    expect([group.title, group.name]).toEqual(['已导出招商资源库 2 行', expect.stringMatching(/招商资源库.*\.xlsx$/)]);
    expect(group.xml).toContain('139****1111');
    expect(group.xml).not.toMatch(/13900001111|<f>/);
    const own = await handed('张三', '资源 深圳 导出', '私聊');
    expect([own.title, own.xml.includes('13900001111')]).toEqual(['已导出招商资源库 1 行', true]);
    expect((await bot.says('钱七', '留痕 导出')).text).toContain('已导出招商资源库');
  });

  it('政策: thresholds as figures, the last day as a day', async () => {
    await bot.says(
      '钱七',
      '政策 新增 弹性出让 支持 先租后让 产业 装备制造 门槛 1亿 依据 云政发〔2026〕3号 有效期 2027年底',
    );
    const { title, xml } = await handed('张三', '政策 导出');
    expect(title).toBe('已导出惠企政策清单 1 行');
    expect(xml).toMatch(/<v>10000<\/v>/);
    expect(xml).toContain('云政发〔2026〕3号');
  });

  it('日程, 会审, 成效, 载体: every one of them, also what is over', async () => {
    await bot.says('钱七', '日程 新增 廊坊经洽会 6月17-21日 地点 廊坊 承办 临洺关镇');
    bot.at('2026-06-22T10:00:00+08:00');
    await bot.says('钱七', '日程 结果 1 签约 2 个');
    expect(await handed('张三', '日程 导出')).toMatchObject({
      title: '已导出招商日程 1 行',
      xml: expect.stringMatching(/廊坊经洽会[\s\S]*签约/),
    });
    await bot.says('钱七', `会审 X${project} 发改局 城东街道 3天内`);
    await bot.says('钱七', '会审 1 结束');
    const review = await handed('张三', '会审 导出');
    expect(review.title).toBe('已导出项目会审台账 2 行');
    expect(review.xml).toContain('发改局');
    await bot.says('张三', `成效 X${project} 就业120人 盘活40亩`);
    const effects = await handed('张三', '成效 临洺关镇 导出');
    expect([effects.title, /<v>120<\/v>/.test(effects.xml)]).toEqual(['已导出项目成效台账 2 行', true]);
    expect(effects.xml).toContain('临洺关镇');
    await bot.says('钱七', '载体 新增 城东产业园3号地 空闲60亩 价格 12万元/亩');
    expect((await handed('张三', '载体 导出')).xml).toMatch(/<v>60<\/v>/);
  });

  it('政策包 and 四知 as Word, whole; in a group the telephone is masked', async () => {
    const gives = '对新落地的装备制造项目按设备投资给予补助，单个项目最高不超过五百万元，分两年兑现，第一年六成';
    await bot.says('钱七', `政策 新增 设备补助 支持 ${gives} 产业 装备制造 依据 云政发〔2026〕3号`);
    await bot.says('张三', `补充 X${project} 王总13900001111`);
    const offered = await handed('张三', `政策包 X${project} 导出`);
    expect(offered.name).toBe('冀南铸件项目政策服务包.docx');
    expect(offered.xml).toContain(gives);
    expect((await bot.says('张三', `政策包 X${project}`)).buttons.map(({ label }) => label)).toContain('要 Word');
    const brief = await handed('张三', `四知 X${project} 导出`);
    expect(brief.name).toBe('冀南铸件项目行前简报.docx');
    expect(brief.xml).toContain(gives);
    expect(brief.xml).not.toContain('13900001111');
    expect((await handed('张三', `四知 X${project} Word`, '私聊')).xml).toContain('13900001111');
  });
});
