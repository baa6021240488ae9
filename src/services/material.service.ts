import {
  changeMaterial,
  closeMaterial,
  countUse,
  insertMaterial,
  lockMaterial,
  type Material,
  openMaterials,
} from '../db/material.repository.ts';
import { requireReach } from '../domain/org/require.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import { type Brought, storeOnce } from './evidence.service.ts';
import type { OrgTx } from './transaction.ts';

const LONGEST = 40;

/** 资料: everything on the shelf, the most used first. */
export const listMaterials = (tx: OrgTx): Promise<readonly Material[]> => openMaterials(tx);

/** 资料 新增, by staff: a file, or a link to one. The same title again takes the former's place. Refusals "material.unread", "access.not-yours". */
export async function addMaterial(
  tx: OrgTx,
  { actor }: Acting,
  { title, link, files }: { readonly title: string; readonly link: string | null; readonly files: readonly Brought[] },
): Promise<Material> {
  requireReach(actor, 'publish', null);
  const [file] = files;
  if (!title || title.length > LONGEST || (!file && !link)) throw new Refusal('material.unread');
  const fileId = file ? (await storeOnce(tx, file)).id : null;
  const known = (await openMaterials(tx)).find((one) => one.title === title);
  if (known) await changeMaterial(tx, known.id, { link, fileId });
  return found(tx, known?.id ?? (await insertMaterial(tx, { title, link, fileId })));
}

async function found(tx: OrgTx, id: number): Promise<Material> {
  const material = await lockMaterial(tx, id);
  if (!material) throw new Refusal('material.none', { material: id });
  return material;
}

/** Hands a material over and counts it. Refusal "material.none". */
export async function handOver(tx: OrgTx, id: number): Promise<Material> {
  await countUse(tx, await found(tx, id));
  return found(tx, id);
}

/** 资料 停用: off the shelf, by staff. */
export async function retireMaterial(tx: OrgTx, { actor }: Acting, id: number): Promise<Material> {
  requireReach(actor, 'publish', null);
  const material = await found(tx, id);
  await closeMaterial(tx, id);
  return material;
}
