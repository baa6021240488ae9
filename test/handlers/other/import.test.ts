import { beforeEach, describe, expect, it } from 'vitest';
import { listTargets } from '../../../src/db/target.repository.ts';
import { readFile } from '../../../src/services/file.service.ts';
import { listPlaces } from '../../../src/services/place.service.ts';
import { listPolicies } from '../../../src/services/policy.service.ts';
import { listResources } from '../../../src/services/resource.service.ts';
import { button, type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';
import { fileOf } from '../../support/workbook.ts';

const HEAD = ['项目名称', '投资方', '责任单位', '计划总投资（万元）', '阶段', '首报日期', '联系人手机'];
type Row = (string | number | null)[];

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

const projects = () => bot.inOrg((tx) => tx.sql.selectFrom('projects').selectAll().orderBy('id').execute());
const send = (who: string, rows: Row[]) => bot.says(who, '导入', { chat: '私聊', files: [fileOf(rows)] });
const confirm = async (rows: Row[]) => {
  const preview = await send('钱七', rows);
  return bot.presses('钱七', button(preview, '确认'), { chat: '私聊' });
};

describe('导入 of projects', () => {
  it('shows what it would do and writes nothing before 确认', async () => {
    const preview = await send('钱七', [
      HEAD,
      ['测试项目', '保定测试有限公司', '临洺关', 12000, '在谈', '2026-06-01', '13812345678'],
    ]);
    expect(preview.text).toContain('项目台账 1 行：新增 1，变化 0，不能导入 0');
    expect(await projects()).toEqual([]);
    expect((await bot.presses('钱七', button(preview, '确认'), { chat: '私聊' })).text).toContain(
      '已导入项目台账：新增 1',
    );
    expect(await projects()).toMatchObject([
      {
        name: '测试项目',
        unit_id: bot.units.临洺关镇,
        stage: '在谈',
        stage_on: '2026-06-01',
        investment_wan: '12000.000000',
      },
    ]);
  });

  it('confirmed twice at the same instant writes once', async () => {
    const preview = await send('钱七', [
      HEAD,
      ['测试项目', '保定测试有限公司', '临洺关镇', 12000, '在谈', '2026-06-01', null],
    ]);
    const sure = button(preview, '确认');
    await Promise.all([bot.presses('钱七', sure, { chat: '私聊' }), bot.presses('钱七', sure, { chat: '私聊' })]);
    await bot.says('钱七', '确认', { chat: '私聊' });
    expect(await projects()).toHaveLength(1);
  });

  it('may be confirmed or given up in words', async () => {
    await send('钱七', [HEAD, ['甲项目', '甲公司', '临洺关镇', 12000, '在谈', '2026-06-01', null]]);
    expect((await bot.says('钱七', '放弃', { chat: '私聊' })).text).toContain('已放弃');
    await send('钱七', [HEAD, ['乙项目', '乙公司', '临洺关镇', 12000, '在谈', '2026-06-01', null]]);
    expect((await bot.says('钱七', '确认', { chat: '私聊' })).text).toContain('已导入');
    expect((await projects()).map(({ name }) => name)).toEqual(['乙项目']);
  });

  it.each<[string, Row, string]>([
    [
      'a day that does not exist',
      ['甲', '甲公司', '临洺关镇', 1, '在谈', '2026-02-30', null],
      '首报日期“2026-02-30”没有这一天',
    ],
    ['an unknown unit', ['甲', '甲公司', '没有镇', 1, '在谈', '2026-06-01', null], '没有单位“没有镇”'],
    ['a negative amount', ['甲', '甲公司', '临洺关镇', -5, '在谈', '2026-06-01', null], '是负数'],
    ['an amount that is none', ['甲', '甲公司', '临洺关镇', '很多', '在谈', '2026-06-01', null], '不是金额'],
    ['an unknown stage', ['甲', '甲公司', '临洺关镇', 1, '飞了', '2026-06-01', null], '没有“飞了”这个阶段'],
    ['a day to come', ['甲', '甲公司', '临洺关镇', 1, '在谈', '2026-06-11', null], '首报日期在今天以后'],
    ['no name', [null, '甲公司', '临洺关镇', 1, '在谈', '2026-06-01', null], '没有项目名称'],
    ['a telephone that is none', ['甲', '甲公司', '临洺关镇', 1, '在谈', '2026-06-01', 'abc'], '不是电话号码'],
  ])('refuses a row with %s, with its number and reason', async (_, row, reason) => {
    const { text, buttons } = await send('钱七', [HEAD, row]);
    expect(text).toContain('第 2 行');
    expect(text).toContain(reason);
    expect(buttons).toEqual([]);
  });

  it('reads amounts with units, day numbers and full-width digits', async () => {
    await confirm([
      ['项目名称', '投资方', '责任单位', '总投资(亿元)', '首报日期'],
      ['甲', '甲公司', '临洺关镇', 1.2, 46174],
      ['乙', '乙公司', '临洺关镇', '5000万元', '６月１日'],
      ['丙', '丙公司', '临洺关镇', 0.30000000000000004, '2026.6.1'],
    ]);
    const rows = await projects();
    expect(rows.map((row) => row.investment_wan)).toEqual(['12000.000000', '5000.000000', '3000.000000']);
    expect(rows.map((row) => row.stage_on)).toEqual(['2026-06-01', '2026-06-01', '2026-06-01']);
  });

  it('shows what changes of a known project, and never moves its stage or unit', async () => {
    await aProject(bot, { name: '甲项目', unit: '临洺关镇' });
    const head = ['编号', '项目名称', '投资方', '责任单位', '计划总投资（万元）', '阶段'];
    const changed = await send('钱七', [head, ['X1', '甲项目', '甲公司', '临洺关镇', 8000, '在谈']]);
    expect(changed.text).toContain('总投资(万元) 空 → 8000');
    await bot.presses('钱七', button(changed, '确认'), { chat: '私聊' });
    expect(await projects()).toMatchObject([{ investment_wan: '8000.000000', investor: '甲公司' }]);
    const stage = await send('钱七', [head, ['X1', '甲项目', '甲公司', '临洺关镇', 8000, '签约']]);
    expect(stage.text).toContain('阶段与台账不一致（台账：在谈）');
    const unit = await send('钱七', [head, ['X1', '甲项目', '甲公司', '城东街道', 8000, '在谈']]);
    expect(unit.text).toContain('换单位请用“移交”');
  });

  it('a signed project still waits for staff to verify', async () => {
    await confirm([HEAD, ['甲', '甲公司', '临洺关镇', 1, '签约', '2026-06-01', null]]);
    const events = await bot.inOrg((tx) => tx.sql.selectFrom('project_events').selectAll().execute());
    expect(events).toMatchObject([{ to_stage: '签约', state: 'reported', booked_on: null }]);
  });

  it('all or nothing: what fails in the middle leaves nothing behind', async () => {
    const preview = await send('钱七', [
      HEAD,
      ['甲', '甲公司', '临洺关镇', 1, '在谈', '2026-06-01', null],
      ['乙', '乙公司', '城东街道', 1, '在谈', '2026-06-01', null],
    ]);
    await bot.inOrg((tx) => tx.sql.insertInto('counters').values({ kind: 'project_shares', value: 5 }).execute());
    const clash = { id: 7, share: '1' as never, from_on: '2026-01-01' as never };
    const project = await aProject(bot, { name: '占位' });
    await bot.inOrg((tx) =>
      tx.sql
        .insertInto('project_shares')
        .values({ ...clash, project_id: project, unit_id: bot.units.发改局 ?? 0 })
        .execute(),
    );
    await expect(bot.presses('钱七', button(preview, '确认'), { chat: '私聊' })).rejects.toThrow('duplicate key');
    expect((await projects()).map(({ name }) => name)).toEqual(['占位']);
  });

  it('is for staff; a file that is none is refused', async () => {
    expect((await send('张三', [HEAD, ['甲', '甲公司', '临洺关镇', 1, '在谈', '2026-06-01', null]])).text).toContain(
      '不能使用',
    );
    const bad = { name: 'a.xlsx', mime: 'x', base64: Buffer.from('a,b').toString('base64') };
    expect((await bot.says('钱七', '导入', { files: [bad] })).text).toContain('不是 .xlsx 文件');
    expect((await bot.says('钱七', '导入')).text).toContain('没看到文件');
    expect(
      (
        await send('钱七', [
          ['天气', '温度'],
          ['晴', 30],
        ])
      ).text,
    ).toContain('没找到认识的表头');
    expect((await send('钱七', [[...HEAD, '项目名称'], ['甲']])).text).toContain('出现了两次');
  });
});

describe('导入 模板', () => {
  it('hands over sheets that 导入 reads back, their example rows refused', async () => {
    const { reply } = await bot.says('钱七', '导入 模板', { chat: '私聊' });
    const files = (reply.parts ?? []).flatMap((part) => (part.type === 'file' ? [part.file] : []));
    expect(files.map(({ name }) => name)).toEqual([
      '花名册模板.xlsx',
      '项目台账模板.xlsx',
      '资金台账模板.xlsx',
      '目标任务模板.xlsx',
      '产业链模板.xlsx',
      '招商资源库模板.xlsx',
      '惠企政策清单模板.xlsx',
      '载体一览模板.xlsx',
    ]);
    for (const file of files) {
      const kept = await bot.inOrg((tx) => readFile(tx, file.id));
      const base64 = Buffer.from(kept?.bytes ?? []).toString('base64');
      const { text } = await bot.says('钱七', '导入', { chat: '私聊', files: [{ ...file, base64 }] });
      expect(text).toContain('1 行：新增 0，变化 0，不能导入 1');
    }
  });
});

describe('导入 of a roster', () => {
  const head = ['单位', '单位类别', '姓名', '职务', '角色', '手机'];

  it('brings units and people, and people who are known only change', async () => {
    const rows = [
      head,
      ['城西街道', null, '陈明', '主任', '单位负责人', 13900000001],
      ['城西街道', null, '林芳', null, '联络员', '13900000002'],
      ['临洺关镇', null, '张三', '干事', '成员', '13800000000'],
      ['城西街道', null, '怪人', null, '皇帝', null],
    ];
    const preview = await send('钱七', rows);
    expect(preview.text).toContain('花名册 4 行：新增 2，变化 1，不能导入 1');
    await bot.presses('钱七', button(preview, '确认'), { chat: '私聊' });
    const people = await bot.inOrg((tx) => tx.sql.selectFrom('people').selectAll().orderBy('id').execute());
    const unit = await bot.inOrg((tx) =>
      tx.sql.selectFrom('units').selectAll().where('name', '=', '城西街道').executeTakeFirstOrThrow(),
    );
    expect(unit).toMatchObject({ kind: '乡镇街道', ranking_group: '乡镇组' });
    expect(people.filter(({ unit_id }) => unit_id === unit.id)).toMatchObject([
      { name: '陈明', role: 'head', mobile: '13900000001' },
      { name: '林芳', role: 'liaison' },
    ]);
    expect(people.find(({ name }) => name === '张三')?.title).toBe('干事');
  });
});

describe('导入 of targets', () => {
  it('sets each by unit, metric and year', async () => {
    const rows = [
      ['单位', '指标', '年份', '目标值', '计量单位', '一季度', '二季度', '三季度', '四季度'],
      ['临洺关镇', '签约额', 2026, 20, '亿元', 2, 6, 6, 6],
      ['城东街道', '签约项目数', 2026, 12, '个', null, null, null, null],
      ['城东街道', '到位资金', 2026, 5, '亿元', 1, 1, 1, 1],
      ['城东街道', '心情', 2026, 5, null, null, null, null, null],
    ];
    const preview = await send('钱七', rows);
    expect(preview.text).toContain('目标任务 4 行：新增 2，变化 0，不能导入 2');
    expect(preview.text).toContain('第 4 行 城东街道 到位资金：四个季度加起来不等于 50000');
    await bot.presses('钱七', button(preview, '确认'), { chat: '私聊' });
    expect(await bot.inOrg((tx) => listTargets(tx, 2026))).toMatchObject([
      { metric: 'signed-amount', annual: '200000', quarters: ['20000', '60000', '60000', '60000'] },
      { metric: 'signed-count', annual: '12', quarters: null },
    ]);
  });
});

describe('导入 of industry chains', () => {
  it('adds and changes chains by name, and keeps the others', async () => {
    const head = ['产业链', '关键词', '链长'];
    const confirmed = async (rows: Row[]) =>
      bot.presses('钱七', button(await send('钱七', rows), '确认'), { chat: '私聊' });
    await confirmed([head, ['光伏', '组件、硅片', '周县长'], ['储能', '电芯 电池', null]]);
    const changed = await send('钱七', [
      head,
      ['光伏', '组件，硅片，逆变器', null],
      ['储能', null, null],
      [null, '词', null],
    ]);
    expect(changed.text).toContain('产业链 3 行：新增 0，变化 1，无变化 1，不能导入 1');
    await bot.presses('钱七', button(changed, '确认'), { chat: '私聊' });
    const { settings } = await bot.inOrg((tx) =>
      tx.sql.selectFrom('orgs').select('settings').where('id', '=', tx.orgId).executeTakeFirstOrThrow(),
    );
    expect(settings).toMatchObject({
      chains: [
        { name: '光伏', keywords: ['组件', '硅片', '逆变器'], leader: '周县长' },
        { name: '储能', keywords: ['电芯', '电池'] },
      ],
    });
  });
});

describe('导入 of 资源, 政策 and 载体', () => {
  const confirmed = async (rows: Row[]) => {
    const preview = await send('钱七', rows);
    await bot.presses('钱七', button(preview, '确认'), { chat: '私聊' });
    return preview.text;
  };

  it('files helpers with who keeps the contact; those on the list stay as they are', async () => {
    const head = ['类型', '姓名或名称', '地区', '情况', '电话', '联系人'];
    const rows = [
      head,
      ['乡贤', '张建国', '深圳', '某公司董事长', 13900001111, '张三'],
      ['商会', '上海商会', '上海', '=1+1', null, null],
      ['亲戚', '王五', null, null, null, null],
      ['乡贤', '赵一', null, null, null, '无名氏'],
    ];
    const text = await confirmed(rows);
    expect(text).toContain('招商资源库 4 行：新增 2，变化 0，不能导入 2');
    expect(text).toContain('类型应是乡贤、');
    expect(text).toContain('花名册里没有联系人“无名氏”');
    expect(await bot.inOrg((tx) => listResources(tx))).toMatchObject([
      { name: '张建国', region: '深圳', mobile: '13900001111', keeper: '张三' },
      { name: '上海商会', about: '=1+1', keeper: '钱七' },
    ]);
    expect((await send('钱七', rows.slice(0, 2))).text).toContain('新增 0，变化 0，无变化 1，不能导入 0');
  });

  it('files policies with their threshold and last day, and places with what is free', async () => {
    await confirmed([
      ['名称', '内容', '产业', '总投资门槛（亿元）', '依据', '有效期至'],
      ['工业用地弹性出让', '先租后让', '装备制造、新材料', 1, '云政发〔2026〕3号', '2027-12-31'],
      ['空的', null, null, null, null, null],
    ]);
    expect(await bot.inOrg((tx) => listPolicies(tx))).toMatchObject([
      {
        title: '工业用地弹性出让',
        kind: '土地',
        chains: ['装备制造', '新材料'],
        least: '10000',
        validTo: '2027-12-31',
      },
    ]);
    const text = await confirmed([
      ['名称', '类别', '所在', '总面积（亩）', '厂房（平方米）', '价格'],
      ['3号地', null, '经开区', 60, null, '12万元/亩'],
      ['双创园', null, null, null, 8600, null],
      ['4号地', null, '火星开发区', 60, null, null],
      ['5号地', null, null, null, null, null],
    ]);
    expect(text).toContain('载体一览 4 行：新增 2，变化 0，不能导入 2');
    expect(await bot.inOrg((tx) => listPlaces(tx))).toMatchObject([
      { name: '3号地', kind: '土地', land: '60', unitName: '经济开发区', price: '12万元/亩' },
      { name: '双创园', kind: '厂房', plant: 8600 },
    ]);
  });
});
