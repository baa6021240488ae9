import type { ImportedEntry } from '../db/entry-import.repository.ts';
import type { ImportedProject, ProjectFacts } from '../db/import.repository.ts';
import type { insertPlace } from '../db/place.repository.ts';
import type { insertResource } from '../db/resource.repository.ts';
import type { PersonFields, UnitFields } from '../db/roster.repository.ts';
import type { Role } from '../domain/org/access.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Target } from '../domain/target/target.ts';
import type { ImportRow } from '../reading/import-table.ts';
import type { ChainSetting } from './settings.service.ts';

/** What is to become of a row: shown before, written after 确认. */
export interface PlannedRow {
  readonly number: number;
  readonly label: string;
  readonly outcome: 'new' | 'changed' | 'same' | 'refused';
  /** Why it is refused, or what changes. */
  readonly detail: string;
  readonly write: RowWrite | null;
}

/** What a row writes. Rows of one kind are written together, in a few statements however many there are. */
export type RowWrite =
  | { readonly kind: 'project'; readonly project: ImportedProject }
  | { readonly kind: 'facts'; readonly id: number; readonly facts: ProjectFacts }
  | { readonly kind: 'entries'; readonly entries: readonly ImportedEntry[] }
  | { readonly kind: 'target'; readonly id: number | null; readonly target: Omit<Target, 'id' | 'version'> }
  | { readonly kind: 'chain'; readonly chain: ChainSetting }
  | { readonly kind: 'resource'; readonly resource: Parameters<typeof insertResource>[1] }
  | { readonly kind: 'policy'; readonly policy: Omit<Policy, 'id' | 'file'> }
  | { readonly kind: 'place'; readonly place: Parameters<typeof insertPlace>[1] }
  | { readonly kind: 'unit'; readonly unit: ComingUnit }
  | { readonly kind: 'unit-facts'; readonly id: number; readonly facts: UnitFields }
  | {
      readonly kind: 'person';
      readonly id: number | null;
      readonly unit: ComingUnit | number | null;
      readonly person: PersonFields & { readonly name: string; readonly role: Role };
    };

/** A unit that rows of the sheet bring in: one for all of them. */
export interface ComingUnit {
  readonly name: string;
  readonly kind: string;
  readonly fields: UnitFields;
}

/** Plans the rows of a sheet in order, giving way to other work every few hundred. */
export async function planRows(
  rows: readonly ImportRow[],
  labelOf: (row: ImportRow) => string,
  plan: (row: ImportRow) => Omit<PlannedRow, 'number' | 'label'>,
): Promise<readonly PlannedRow[]> {
  const planned: PlannedRow[] = [];
  for (const row of rows) {
    planned.push(planRow(row, labelOf(row), () => plan(row)));
    if (planned.length % 300 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return planned;
}

/** Plans a row; a Refusal of a cell becomes a refused row with its reason. */
function planRow(row: ImportRow, label: string, plan: () => Omit<PlannedRow, 'number' | 'label'>): PlannedRow {
  const { number } = row;
  try {
    if (row.hidden) throw new Refusal('import.row', { why: '是隐藏行' });
    return { number, label, ...plan() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { number, label, outcome: 'refused', detail: reasonOf(error), write: null };
  }
}

/** A row is refused for this reason. */
export const refuseRow = (why: string): Refusal => new Refusal('import.row', { why });

function reasonOf({ code, data }: Refusal): string {
  if (code === 'import.cell') return `${data.column}“${data.text}”${data.why}`;
  if (code === 'import.row') return String(data.why);
  if (code === 'target.quarters') return `四个季度加起来不等于 ${data.wanted}`;
  return code === 'target.year' ? `年份 ${data.year} 离现在太远` : '这一行看不懂';
}
