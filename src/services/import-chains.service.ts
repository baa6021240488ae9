import { cellText } from '../reading/cell.ts';
import type { ImportRow, ImportTable } from '../reading/import-table.ts';
import type { Acting } from './acting.ts';
import { type PlannedRow, planRows, refuseRow } from './import-plan.ts';
import type { ChainSetting } from './settings.service.ts';

/** Plans an import of industry chains: by name a known one, else a new one. Cells that are empty change nothing. */
export function planChains({ org }: Acting, table: ImportTable): Promise<readonly PlannedRow[]> {
  const known = new Map(org.settings.chains.map((chain) => [chain.name, chain]));
  const seen = new Set<string>();
  return planRows(
    table.rows,
    (row) => row.cells.chain?.text.slice(0, 20) ?? '（没有名称）',
    (row) => {
      const chain = readOne(row, known);
      if (seen.has(chain.name)) throw refuseRow('和前面的行重复');
      seen.add(chain.name);
      return planOne(chain, known.get(chain.name));
    },
  );
}

function readOne(row: ImportRow, known: ReadonlyMap<string, ChainSetting>): ChainSetting {
  const name = cellText(row.cells.chain, '产业链', 20);
  if (name === undefined) throw refuseRow('没有产业链名称');
  const was = known.get(name);
  const said = cellText(row.cells.keywords, '关键词', 400);
  const keywords = said?.split(/[,，、;；\s]+/).filter(Boolean) ?? was?.keywords ?? [];
  const leader = cellText(row.cells.leader, '链长', 40) ?? was?.leader;
  return { ...was, name, keywords, ...(leader === undefined ? {} : { leader }) };
}

function planOne(chain: ChainSetting, was: ChainSetting | undefined): Omit<PlannedRow, 'number' | 'label'> {
  const changed = [
    ...(was && `${was.keywords}` !== `${chain.keywords}` ? [`关键词 ${chain.keywords.join('、') || '空'}`] : []),
    ...(was && was.leader !== chain.leader ? [`链长 ${was.leader ?? '空'} → ${chain.leader ?? '空'}`] : []),
  ];
  if (was && changed.length === 0) return { outcome: 'same', detail: '', write: null };
  return { outcome: was ? 'changed' : 'new', detail: changed.join('；'), write: { kind: 'chain', chain } };
}
