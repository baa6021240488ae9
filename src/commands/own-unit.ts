import { plainWords } from '../reading/plain.ts';
import type { OwnUnit } from './reading.ts';

/** 我们镇, 本单位; 我们 alone, but not 我们县 or 我们的意思. */
const OWN = /(?:我们?|咱们?|本)(?:镇|乡|街道|局|园区|开发区|经开区|高新区|单位|办|委)(?!长|里)/;
const OWN_ALL = new RegExp(OWN, 'g');
const US = /(?:我们|咱们?)(?!全?[县市区]|这|自己|的?人|俩)/;

/** A question with the person's own unit by its name: 我们镇排第几 is 城关镇排第几. Unchanged for who belongs to none. */
export function inOwnName(line: string, own: OwnUnit | undefined): string {
  if (!own) return line;
  const plain = plainWords(line);
  if (OWN.test(plain)) return plain.replace(OWN_ALL, own.name);
  return own.forAll || !US.test(plain) ? line : plain.replace(US, own.name);
}
