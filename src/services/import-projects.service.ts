import { type KnownProject, knownProjects, type ProjectFacts } from '../db/import.repository.ts';
import { listUnits, type Unit } from '../db/roster.repository.ts';
import { instantAt } from '../domain/calendar/date.ts';
import { isCreditCode } from '../domain/project/credit-code.ts';
import type { Standing } from '../domain/project/project.ts';
import { STAGE_WORDS } from '../domain/project/stage.ts';
import { cellAmount, cellArea, cellDay, cellMobile, cellText } from '../reading/cell.ts';
import { companyKey } from '../reading/company-name.ts';
import type { ImportRow, ImportTable } from '../reading/import-table.ts';
import type { Acting } from './acting.ts';
import { type PlannedRow, planRows, refuseRow } from './import-plan.ts';
import type { OrgTx } from './transaction.ts';

/** What the rows are compared with; `seen` holds the names of earlier rows of the same sheet. */
interface Around {
  readonly acting: Acting;
  readonly table: ImportTable;
  readonly units: readonly Unit[];
  readonly known: Known;
  readonly seen: Set<string>;
}

/** Known projects by what a row may name. */
interface Known {
  readonly byId: ReadonlyMap<number, KnownProject>;
  readonly byName: ReadonlyMap<string, readonly KnownProject[]>;
  readonly byInvestor: ReadonlyMap<string, KnownProject>;
}

function indexed(projects: readonly KnownProject[]): Known {
  const byName = new Map<string, KnownProject[]>();
  const byInvestor = new Map<string, KnownProject>();
  for (const project of projects) {
    byName.set(project.name, [...(byName.get(project.name) ?? []), project]);
    if (project.investorKey && !byInvestor.has(project.investorKey)) byInvestor.set(project.investorKey, project);
  }
  return { byId: new Map(projects.map((project) => [project.id, project])), byName, byInvestor };
}

/** Plans an import of projects: by number or by name and unit a known one, else a new one. */
export async function planProjects(tx: OrgTx, acting: Acting, table: ImportTable): Promise<readonly PlannedRow[]> {
  const texts = (key: string): string[] =>
    table.rows.flatMap((row) => {
      const text = row.cells[key]?.text;
      return text ? [text.trim()] : [];
    });
  const known = await knownProjects(tx, {
    ids: texts('number').flatMap((text) => numberOf(text) ?? []),
    names: texts('name'),
    keys: texts('investor').map(companyKey),
    codes: texts('creditCode').map((code) => code.toUpperCase()),
  });
  const around: Around = { acting, table, units: await listUnits(tx), known: indexed(known), seen: new Set() };
  return planRows(
    table.rows,
    (row) => row.cells.name?.text.slice(0, 30) ?? '（没有名称）',
    (row) => planOne(row, around),
  );
}

function planOne(row: ImportRow, around: Around): Omit<PlannedRow, 'number' | 'label'> {
  const name = cellText(row.cells.name, '项目名称', 100);
  if (name === undefined) throw refuseRow('没有项目名称');
  const unit = unitOf(row, around.units);
  const facts = factsOf(row, name, around);
  const existing = existingOf(row, name, unit, around);
  const same = `${existing?.id ?? ''}|${name}|${unit?.id ?? ''}`;
  if (around.seen.has(same)) throw refuseRow('和前面的行重复');
  around.seen.add(same);
  return existing ? planChange(row, existing, facts, unit, around) : planNew(row, { ...facts, name }, unit, around);
}

function planNew(
  row: ImportRow,
  facts: ProjectFacts & { readonly name: string },
  unit: Unit | null,
  { acting, table, known }: Around,
): Omit<PlannedRow, 'number' | 'label'> {
  if (!unit) throw refuseRow('没有责任单位');
  const reportedOn = cellDay(row.cells.reportedOn, '首报日期', { ...acting, date1904: table.date1904 }) ?? acting.today;
  if (reportedOn > acting.today) throw refuseRow('首报日期在今天以后');
  const stage = stageOf(row) ?? '线索';
  const stageOn = cellDay(row.cells.stageOn, '阶段日期', { ...acting, date1904: table.date1904 }) ?? reportedOn;
  if (stageOn > acting.today) throw refuseRow('阶段日期在今天以后');
  const name = cellText(row.cells.contact, '联系人', 40) ?? null;
  const mobile = cellMobile(row.cells.mobile, '联系人手机') ?? null;
  const alike = facts.investorKey === undefined ? undefined : known.byInvestor.get(facts.investorKey);
  const project = {
    ...facts,
    unitId: unit.id,
    stage,
    toVerify: stage !== '线索' && stage !== '在谈',
    stageOn,
    agreement: cellAmount(row.cells.agreement, '协议额', table.units.agreement) ?? null,
    reportedOn,
    reportedAt: reportedOn === acting.today ? acting.now : instantAt(reportedOn, '09:00', acting.org.timeZone),
    reportedBy: acting.actor.personId,
    contact: name || mobile ? { name, mobile } : null,
  };
  return {
    outcome: 'new',
    detail: [
      ...(alike ? [`投资方与 X${alike.id} ${alike.name} 相同，请核对是否重复`] : []),
      ...(row.cells.funds ? ['到位资金没有读，请用资金台账导入'] : []),
    ].join('；'),
    write: { kind: 'project', project },
  };
}

function planChange(
  row: ImportRow,
  existing: KnownProject,
  facts: ProjectFacts,
  unit: Unit | null,
  around: Around,
): Omit<PlannedRow, 'number' | 'label'> {
  checkLedgerFacts(row, existing, unit, around);
  const changed = LABELS.filter(([key]) => facts[key] !== undefined && facts[key] !== shownOf(existing, key));
  if (changed.length === 0) return { outcome: 'same', detail: '', write: null };
  const patch = Object.fromEntries(changed.map(([key]) => [key, facts[key]])) as ProjectFacts;
  const key = patch.investor === undefined ? {} : { investorKey: companyKey(patch.investor) };
  return {
    outcome: 'changed',
    detail: changed.map(([field, label]) => `${label} ${existing[field] ?? '空'} → ${facts[field]}`).join('；'),
    write: { kind: 'facts', id: existing.id, facts: { ...patch, ...key } },
  };
}

const LABELS = [
  ['name', '名称'],
  ['investor', '投资方'],
  ['amount', '总投资(万元)'],
  ['creditCode', '信用代码'],
  ['chain', '产业链'],
  ['sourceMethod', '招商方式'],
  ['land', '用地(亩)'],
  ['nextStep', '下步打算'],
] as const;

/** What a sheet shows of a project: without a chain, its industry stands in that column. */
const shownOf = (project: KnownProject, key: (typeof LABELS)[number][0]): string | null =>
  key === 'chain' ? (project.chain ?? project.industry) : project[key];

/** What a sheet shows and does not change: unit, stage and its day, and money that stands in ledgers. */
function checkLedgerFacts(row: ImportRow, known: KnownProject, unit: Unit | null, around: Around): void {
  const { units, table, acting } = around;
  if (unit && unit.id !== known.unitId) {
    const owner = units.find(({ id }) => id === known.unitId)?.name ?? '公海';
    throw refuseRow(`X${known.id} 的责任单位是${owner}，换单位请用“移交”`);
  }
  const stage = stageOf(row);
  if (stage && stage !== known.stage) {
    throw refuseRow(`阶段与台账不一致（台账：${known.stage}），请用“阶段 X${known.id}”办理`);
  }
  const stageOn = cellDay(row.cells.stageOn, '阶段日期', { ...acting, date1904: table.date1904 });
  if (stageOn && stageOn !== known.stageOn) {
    throw refuseRow(`阶段日期与台账不一致（台账：${known.stageOn}），请用“阶段 X${known.id}”办理`);
  }
  const agreement = cellAmount(row.cells.agreement, '协议额', table.units.agreement);
  if (agreement !== undefined && agreement !== known.agreement) {
    throw refuseRow(`协议额与台账不一致（台账：${known.agreement ?? '空'}），请用“阶段 X${known.id} 签约”办理`);
  }
  const funds = row.cells.funds?.text === '0' ? undefined : cellAmount(row.cells.funds, '到位资金', table.units.funds);
  if (funds !== undefined && funds !== known.funds) {
    throw refuseRow(`到位资金与台账不一致（台账：${known.funds}），请用“到位 X${known.id}”登记`);
  }
}

function factsOf(row: ImportRow, name: string, { table }: Around): ProjectFacts {
  const investor = cellText(row.cells.investor, '投资方', 100);
  const code = cellText(row.cells.creditCode, '信用代码')?.toUpperCase();
  if (code !== undefined && !isCreditCode(code)) throw refuseRow(`统一社会信用代码“${code.slice(0, 20)}”校验不对`);
  const amount = cellAmount(row.cells.amount, '总投资', table.units.amount);
  const chain = cellText(row.cells.chain, '产业链', 40);
  const sourceMethod = cellText(row.cells.sourceMethod, '招商方式', 20);
  const land = cellArea(row.cells.land, '用地');
  const nextStep = cellText(row.cells.nextStep, '下步打算', 200);
  return {
    name,
    ...(investor === undefined ? {} : { investor, investorKey: companyKey(investor) }),
    ...(amount === undefined ? {} : { amount }),
    ...(code === undefined ? {} : { creditCode: code }),
    ...(chain === undefined ? {} : { chain }),
    ...(sourceMethod === undefined ? {} : { sourceMethod }),
    ...(land === undefined ? {} : { land }),
    ...(nextStep === undefined ? {} : { nextStep }),
  };
}

function existingOf(row: ImportRow, name: string, unit: Unit | null, { known }: Around): KnownProject | undefined {
  const text = cellText(row.cells.number, '编号');
  if (text === undefined) {
    const named = known.byName.get(name) ?? [];
    return named.find((project) => project.unitId === unit?.id) ?? (unit ? undefined : named[0]);
  }
  const id = numberOf(text);
  const found = id === undefined ? undefined : known.byId.get(id);
  if (!found) throw refuseRow(`台账里没有编号“${text.slice(0, 12)}”`);
  return found;
}

function unitOf(row: ImportRow, units: readonly Unit[]): Unit | null {
  const text = cellText(row.cells.unit, '责任单位', 60);
  if (text === undefined || text === '公海') return null;
  const unit = units.find(({ name, aliases, endsOn }) => endsOn === null && (name === text || aliases.includes(text)));
  if (!unit) throw refuseRow(`没有单位“${text.slice(0, 20)}”`);
  return unit;
}

function stageOf(row: ImportRow): Standing | undefined {
  const text = cellText(row.cells.stage, '阶段', 30)?.replace(/[（(].*?[）)]/g, '');
  if (!text) return undefined;
  const stage = Object.hasOwn(STAGE_WORDS, text) ? STAGE_WORDS[text] : undefined;
  if (!stage) throw refuseRow(`没有“${text}”这个阶段`);
  return stage;
}

const numberOf = (text: string): number | undefined => {
  const digits = /^[XxＸｘ#]?\s*(\d{1,9})$/.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
};
