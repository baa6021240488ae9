import { beforeEach, describe, expect, it } from 'vitest';
import { undoLast } from '../../src/services/undo.service.ts';
import { type TestBot, testBot } from '../support/bot.ts';
import { aProject } from '../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '冀南铸件项目', unit: '临洺关镇', row: { stage: '签约' } });
});

const undo = (name: string, at = bot.now(), minutes = 10) =>
  bot.inOrg((tx) => undoLast(tx, bot.people[name] ?? 0, at, minutes));
const count = async (table: 'entries' | 'tasks' | 'project_events') =>
  (await bot.inOrg((tx) => tx.sql.selectFrom(table).select('id').execute())).length;

describe('taking back', () => {
  it('goes backwards write by write, each once', async () => {
    await bot.says('张三', '到位 X1 800万 6月5日');
    await bot.says('张三', '到位 X1 300万 6月6日');
    expect(await undo('张三')).toEqual({ command: '到位', subject: 'L2' });
    expect(await undo('张三')).toEqual({ command: '到位', subject: 'L1' });
    await expect(undo('张三')).rejects.toMatchObject({ code: 'undo.nothing', data: { minutes: 10 } });
    expect(await count('entries')).toBe(0);
  });

  it('passes over what only looked or was refused', async () => {
    await bot.says('张三', '到位 X1 800万 6月5日');
    await bot.says('张三', '查 X1');
    await bot.says('张三', '到位 X99 1万 6月5日');
    expect((await undo('张三')).subject).toBe('L1');
  });

  it('ends with the minutes of the org, to the second', async () => {
    await bot.says('张三', '到位 X1 800万 6月5日');
    const later = (seconds: number) => new Date(bot.now().getTime() + seconds * 1000);
    await expect(undo('张三', later(181), 3)).rejects.toMatchObject({ code: 'undo.nothing' });
    expect((await undo('张三', later(180), 3)).subject).toBe('L1');
  });

  it('takes several rows of one write together, or none', async () => {
    await bot.says('钱七', '分派 @李四 @赵六 6月12日 报送清单');
    expect(await count('tasks')).toBe(2);
    await bot.says('赵六', '签收 R2');
    await expect(undo('钱七')).rejects.toMatchObject({ code: 'undo.built-on' });
    expect(await count('tasks')).toBe(2);
    await bot.says('钱七', '分派 @李四 @赵六 6月15日 报送名单');
    await undo('钱七');
    expect(await count('tasks')).toBe(2);
  });

  it('gives back what was there before, unless it has moved on', async () => {
    const row = () =>
      bot.inOrg((tx) => tx.sql.selectFrom('projects').select(['industry', 'investment_wan']).executeTakeFirst());
    const before = await row();
    await bot.says('张三', '补充 X1 总投资3亿');
    expect((await row())?.investment_wan).toBe('30000.000000');
    await undo('张三');
    expect(await row()).toEqual(before);
    await bot.says('张三', '补充 X1 总投资5亿');
    await bot.inOrg((tx) => tx.sql.updateTable('projects').set({ version: 99 }).execute());
    await expect(undo('张三')).rejects.toMatchObject({ code: 'undo.built-on', data: { subject: 'X1' } });
    expect((await row())?.investment_wan).toBe('50000.000000');
  });
});
