import { decimal, exact, toDecimal } from '../money/decimal.ts';
import type { Referrer } from './split.ts';

/** Between people; 和 and 与 only between words of two characters and more (李明和王强, not 李和平). */
const BETWEEN = /[、,，;；/]|(?<=[^\s和与]{2})[和与](?=[^\s和与]{2})/;
const KIND = /[（(]([^（）()]*)[）)]/;
const SHARE = /(\d+(?:\.\d+)?)\s*(%|％|成)/;

/**
 * Who introduced a project, from what was written: "李明（商会会长）60%、王强（公职人员）4成". What stands in brackets is the
 * kind, a percentage the share; names alone split as the rule says.
 */
export function readReferrers(written: string): readonly Referrer[] {
  return written
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readOne)
    .filter(({ name }) => name !== '');
}

function readOne(part: string): Referrer {
  const kind = KIND.exec(part)?.[1]?.trim();
  const [said, figure = '', unit] = SHARE.exec(part) ?? [];
  const name = part
    .replace(KIND, '')
    .replace(said ?? '', '')
    .trim();
  const share = said === undefined ? null : toDecimal(exact(decimal(figure)).mul(unit === '成' ? 10 : 1));
  return { name, ...(kind ? { kind } : {}), ...(share === null ? {} : { share }) };
}
