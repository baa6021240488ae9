import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type County, county } from '../support/cli.ts';
import { workbookOf } from '../support/workbook.ts';

type Row = (string | number | null)[];
const HEAD = ['项目名称', '投资方', '责任单位', '计划总投资（万元）', '阶段', '首报日期'];
const GOOD = ['测试项目', '保定测试有限公司', '临洺关镇', 12000, '在谈', '2026-06-01'];

let at: County;
let folder: string;
beforeEach(async () => {
  at = await county();
  folder = await mkdtemp(join(tmpdir(), '导入 测试-'));
});
afterEach(() => at.close());

const sheet = async (rows: Row[]): Promise<string> => {
  const path = join(folder, '台账.xlsx');
  await writeFile(path, workbookOf(rows));
  return path;
};
const projects = () => at.inOrg((tx) => tx.sql.selectFrom('projects').selectAll().orderBy('id').execute());
const audits = () => at.inOrg((tx) => tx.sql.selectFrom('audit').selectAll().execute());

describe('xiaozhao import', () => {
  it('without --yes prints what it would do and writes nothing', async () => {
    const { code, out } = await at.call('import', await sheet([HEAD, GOOD]));
    expect(code).toBe(0);
    expect(out).toContain('项目台账 1 行：新增 1，变化 0，不能导入 0');
    expect(out).toContain('加 --yes 写入');
    expect(await projects()).toEqual([]);
  });

  it('with --yes writes every row and notes it in the audit; the same file again changes nothing', async () => {
    const path = await sheet([HEAD, GOOD]);
    expect(await at.call('import', path, '--yes')).toMatchObject({ code: 0 });
    expect(await projects()).toMatchObject([{ name: '测试项目', unit_id: 1, first_reported_by: 3 }]);
    expect(await audits()).toMatchObject([{ platform: 'cli', command: '导入', detail: '台账.xlsx', person_id: null }]);
    expect((await at.call('import', path, '--yes')).out).toContain('新增 0，变化 0，无变化 1');
    expect(await projects()).toHaveLength(1);
  });

  it('one bad row: no row is written, the row and its reason are named, exit 1', async () => {
    const bad = ['乙项目', '乙公司', '没有镇', 1, '在谈', '2026-06-01'];
    const { code, out } = await at.call('import', await sheet([HEAD, GOOD, bad]), '--yes');
    expect(code).toBe(1);
    expect(out).toContain('第 3 行 乙项目：没有单位“没有镇”');
    expect(out).toContain('没有写入任何内容');
    expect(await projects()).toEqual([]);
    expect(await audits()).toEqual([]);
  });

  it('prints one JSON value with --json', async () => {
    const { out } = await at.call('import', await sheet([HEAD, GOOD]), '--json');
    expect(JSON.parse(out)).toEqual({
      kind: 'projects',
      written: false,
      rows: [{ row: 2, label: '测试项目', outcome: 'new', detail: '' }],
      ignored: [],
    });
  });

  it('works in the name of --as, whom the audit then names', async () => {
    await at.call('import', await sheet([HEAD, GOOD]), '--yes', '--as', '钱七');
    expect(await projects()).toMatchObject([{ first_reported_by: 2 }]);
    expect(await audits()).toMatchObject([{ person_id: 2 }]);
    const member = await at.call('import', await sheet([HEAD, GOOD]), '--yes', '--as', '张三');
    expect(member).toMatchObject({ code: 1 });
    expect(member.err).toContain('不能使用');
  });

  it.each<[string, string[], number, string]>([
    ['no file', [], 2, '缺文件名'],
    ['a file that is not there', ['/没有/这个.xlsx'], 2, '读不到文件'],
    ['an org that is not there', ['@', '--org', '别的县'], 2, '没有叫“别的县”的地区'],
    ['a person who is not there', ['@', '--as', '无名'], 2, '花名册里没有“无名”'],
    ['a table without known heads', ['@天气'], 1, '没找到认识的表头'],
    ['a file that is no workbook', ['@坏'], 1, '不是 .xlsx 文件'],
  ])('says what is wrong with %s', async (_, args, code, says) => {
    const paths: Record<string, () => Promise<string>> = {
      '@': () => sheet([HEAD, GOOD]),
      '@天气': () => sheet([['天气'], ['晴']]),
      '@坏': async () => {
        await writeFile(join(folder, 'a.xlsx'), 'a,b');
        return join(folder, 'a.xlsx');
      },
    };
    const argv = await Promise.all(args.map((arg) => paths[arg]?.() ?? arg));
    const called = await at.call('import', ...argv);
    expect(called).toMatchObject({ code });
    expect(called.err).toContain(says);
  });

  it('brings a roster into an empty org, and records only once somebody could answer for them', async () => {
    const empty = await county({ people: false });
    const roster = await sheet([
      ['单位', '单位类别', '姓名', '角色', '手机'],
      ['临洺关镇', null, '张三', '成员', '13800000000'],
      ['投促中心', null, '钱七', '投促中心', '13800000004'],
    ]);
    expect(await empty.call('import', roster, '--yes')).toMatchObject({ code: 0 });
    const people = await empty.inOrg((tx) => tx.sql.selectFrom('people').select('name').execute());
    expect(people.map(({ name }) => name)).toEqual(['张三', '钱七']);
    await empty.close();
    const none = await county({ people: false });
    await none.call(
      'import',
      await sheet([
        ['单位', '姓名'],
        ['临洺关镇', '张三'],
      ]),
      '--yes',
    );
    const { code, err } = await none.call('import', await sheet([HEAD, GOOD]), '--yes');
    expect([code, err]).toEqual([1, expect.stringContaining('请先导入花名册')]);
    await none.close();
  });
});
