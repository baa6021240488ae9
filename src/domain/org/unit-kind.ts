/** The kinds of units (domain.md section 1). */
export const UNIT_KINDS = ['乡镇街道', '区直部门', '园区开发区', '驻外办事处', '国有企业', '产业链专班'] as const;

/** The kind of a unit. */
export type UnitKind = (typeof UNIT_KINDS)[number];

/** The ranking group a kind goes to when none is named. */
export const DEFAULT_GROUPS: Readonly<Record<UnitKind, string>> = {
  乡镇街道: '乡镇组',
  区直部门: '部门组',
  园区开发区: '园区组',
  驻外办事处: '驻外组',
  国有企业: '国企组',
  产业链专班: '专班组',
};

/** The kind that a unit's name tells; null when it tells none. */
export function unitKindOf(name: string): UnitKind | null {
  if (/(?:镇|乡|街道)(?:办|办事处)?$/.test(name)) return '乡镇街道';
  if (/(?:开发区|园区|产业园|高新区|新区|示范区)(?:管委会)?$/.test(name)) return '园区开发区';
  if (/驻.*(?:办|办事处|联络处)$/.test(name)) return '驻外办事处';
  if (/(?:公司|集团)$/.test(name)) return '国有企业';
  if (/专班$/.test(name)) return '产业链专班';
  return /(?:局|委|办|中心|部|院|联|行|会)$/.test(name) ? '区直部门' : null;
}
