import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertRecord } from '../../src/db/change.ts';
import { putSettings } from '../../src/db/org.repository.ts';
import { putTargets } from '../../src/db/target.repository.ts';
import { date } from '../../src/domain/calendar/date.ts';
import { decimal } from '../../src/domain/money/decimal.ts';
import { readWorkbook } from '../../src/reading/workbook.ts';
import { type County, county } from '../support/cli.ts';

const NOW = new Date('2026-06-10T02:00:00Z');
let at: County;
let folder: string;
beforeEach(async () => {
  at = await county();
  folder = await mkdtemp(join(tmpdir(), '导出 测试-'));
  await at.inOrg(async (tx) => {
    await putSettings(tx, { chains: [{ name: '光伏', keywords: ['组件', '硅片'], leader: '周县长' }] });
    const day = date('2026-06-01');
    const first = { first_unit_id: 1, first_reported_at: NOW, protected_from: NOW, last_progress_on: day };
    const project = { unit_id: 1, stage: '签约', stage_state: 'reported' as const, stage_on: day, ...first };
    const facts = {
      investor: '甲公司',
      industry: '光伏',
      investment_wan: decimal('12000.5'),
      agreement_wan: decimal('8000'),
    };
    await insertRecord(tx, 'projects', { name: '=甲项目', ...project, ...facts } as never, 'X');
    await insertRecord(tx, 'projects', { name: '公海项目', ...project, stage: '在谈', unit_id: null } as never, 'X');
    const entry = {
      kind: 'funds' as const,
      occurred_on: day,
      reported_by: 1,
      reported_at: NOW,
      project_id: 1,
      unit_id: 1,
    };
    const nothing = { voucher: null, note: null, verified_by: null, verified_at: null, returned_reason: null };
    const money = { ...entry, ...nothing, amount: decimal('300'), booked_on: day, reverses_id: null };
    await insertRecord(tx, 'entries', { ...money, state: 'verified', voucher: 'PZ-1' }, 'L');
    await insertRecord(tx, 'entries', { ...money, state: 'reversed' }, 'L');
    await insertRecord(tx, 'entries', { ...money, amount: decimal('-300'), reverses_id: 2, state: 'verified' }, 'L');
    await putTargets(tx, [
      {
        id: null,
        target: { unitId: 1, metric: 'signed-count', year: 2026, annual: decimal('12'), quarters: null },
      },
      {
        id: null,
        target: {
          unitId: 1,
          metric: 'foreign-capital',
          year: 2026,
          annual: decimal('400'),
          quarters: ['100', '100', '0', '200'].map((quarter) => decimal(quarter)),
        },
      },
    ]);
    const task = { title: '对接用地', from_person_id: 2, unit_id: 1, due_on: date('2026-06-05'), created_at: NOW };
    await insertRecord(tx, 'tasks', { ...task, project_id: 1 } as never, 'R');
  });
});
afterEach(() => at.close());

const exported = async (kind: string): Promise<readonly string[][]> => {
  const path = join(folder, `${kind}.xlsx`);
  expect(await at.call('export', kind, path, '--at', '2026-06-10')).toMatchObject({ code: 0, err: '' });
  const book = await readWorkbook(await readFile(path));
  return (book.sheets[0]?.rows ?? []).map(({ cells }) => [...cells.values()].map(({ text }) => text));
};

describe('xiaozhao export', () => {
  it.each<[string, string[]]>([
    ['roster', ['临洺关镇', '张三', '成员', '13800000000']],
    ['units', ['临洺关镇', '乡镇街道', '乡镇组', '是']],
    [
      'projects',
      ['X1', '=甲项目', '甲公司', '光伏', '1.20005', '0.8', '0.03', '签约（待核实）', '46174', '临洺关镇', '46183'],
    ],
    [
      'ledgers',
      ['L1', '到位资金', 'X1', '=甲项目', '临洺关镇', '300', '万元', '46174', 'PZ-1', '已核实', '46174', '张三'],
    ],
    ['targets', ['临洺关镇', '实际使用外资', '2026', '400', '万美元', '100', '100', '0', '200']],
    ['chains', ['光伏', '组件、硅片', '周县长']],
    ['tasks', ['R1', '对接用地', '=甲项目', '钱七', '临洺关镇', '46183', '46178', '待签收', '逾期']],
  ])('of %s writes a workbook of all there is', async (kind, row) => {
    expect(await exported(kind)).toContainEqual(row);
  });

  it.each(['roster', 'units', 'projects', 'ledgers', 'targets', 'chains'])(
    'of %s comes back unedited and changes nothing',
    async (kind) => {
      const lines = await exported(kind);
      const { code, out } = await at.call('import', join(folder, `${kind}.xlsx`), '--yes', '--at', '2026-06-10');
      expect(out).toMatch(/新增 0，变化 0，无变化 \d+，不能导入 0/);
      expect(code).toBe(0);
      expect(lines.length).toBeGreaterThan(3);
    },
  );

  it('is written down with who took it', async () => {
    await at.call('export', 'roster', join(folder, 'a.xlsx'), '--as', '钱七');
    const audits = await at.inOrg((tx) => tx.sql.selectFrom('audit').selectAll().execute());
    expect(audits).toMatchObject([{ platform: 'cli', command: '导出 roster', person_id: 2, detail: 'a.xlsx' }]);
  });

  it.each<[string[], string]>([
    [[], '缺种类'],
    [['weather', 'a.xlsx'], '缺种类'],
    [['roster'], '缺文件名'],
    [['constructor', 'a.xlsx'], '缺种类'],
  ])('says what is missing: %j', async (argv, says) => {
    const { code, err } = await at.call('export', ...argv);
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
  });
});
