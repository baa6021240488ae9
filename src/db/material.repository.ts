import { type RawBuilder, sql } from 'kysely';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Something to hand to investors: a guide, a video, a policy pack; with how often it was handed over. */
export interface Material {
  readonly id: number;
  readonly title: string;
  readonly link: string | null;
  readonly file: { readonly id: string; readonly name: string; readonly mime: string; readonly size: number } | null;
  readonly uses: number;
}

/** Puts a material on the shelf; gives its number. */
export async function insertMaterial(
  tx: OrgTx,
  material: { readonly title: string; readonly link: string | null; readonly fileId: string | null },
): Promise<number> {
  const { title, link, fileId: file_id } = material;
  return (await insertRecord(tx, 'materials', { title, link, file_id })).id;
}

/** Changes what is handed over under a title. */
export const changeMaterial = async (
  tx: OrgTx,
  id: number,
  { link, fileId: file_id }: { readonly link: string | null; readonly fileId: string | null },
): Promise<void> => {
  await updateRecord(tx, 'materials', id, { link, file_id });
};

/** Counts that it was handed over. */
export const countUse = async (tx: OrgTx, material: Material): Promise<void> => {
  await updateRecord(tx, 'materials', material.id, { uses: material.uses + 1 });
};

/** Takes a material off the shelf. */
export const closeMaterial = async (tx: OrgTx, id: number): Promise<void> => {
  await updateRecord(tx, 'materials', id, { closed: true }, sql`not closed`);
};

/** Everything on the shelf, the most used first. */
export const openMaterials = (tx: OrgTx): Promise<readonly Material[]> => materials(tx, sql`true`);

/** The material of a number, locked; null when there is none on the shelf. */
export const lockMaterial = async (tx: OrgTx, id: number): Promise<Material | null> =>
  id > 2_000_000_000 ? null : ((await materials(tx, sql`m.id = ${id}`))[0] ?? null);

async function materials(tx: OrgTx, condition: RawBuilder<unknown>): Promise<readonly Material[]> {
  const { rows } = await sql<Material>`
    select m.id, m.title, m.link, m.uses, case when f.id is null then null
      else json_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'size', f.size) end as file
    from materials m left join files f on f.org_id = m.org_id and f.id = m.file_id
    where not m.closed and ${condition} order by m.uses desc, m.id for update of m`.execute(tx.sql);
  return rows;
}
