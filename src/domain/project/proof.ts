/**
 * What proves a stage or an entry: by the stage's or the ledger's word, the proofs asked for. A proof may be written in
 * several ways ("投资协议/合同"): the first is its name.
 */
export type Proofs = Readonly<Record<string, readonly string[]>>;

/** The proofs that are asked for where an org has not said otherwise. */
export const DEFAULT_PROOFS: Proofs = {
  签约: ['投资协议/合同'],
  落地: ['营业执照/注册', '土地手续/土地/摘牌/租赁/厂房'],
  开工: ['施工许可证/施工许可/开工证明', '现场照片/照片'],
  竣工: ['竣工验收/验收'],
  投产: ['投产证明/试生产/用电'],
  到位: ['银行回单/回单/进账单/验资/凭证'],
  固投: ['投资凭证/凭证/发票/监理'],
  外资: ['外汇入账凭证/FDI入账/入账/验资/凭证'],
  税收: ['完税证明/完税/税单/凭证'],
  产值: ['产值报表/报表'],
  进出口: ['报关单/报关'],
};

/** What a proof is called. */
export const proofName = (proof: string): string => proof.split('/')[0] ?? proof;

const speaksOf = (proof: string, words: string): boolean => proof.split('/').some((word) => words.includes(word));

/** The proof that a file is, by its name and the words beside it; null where neither says. */
export function proofIn(required: readonly string[], words: string): string | null {
  const found = required.find((proof) => speaksOf(proof, words));
  return found === undefined ? null : proofName(found);
}

/** The proofs still asked for, when some are there as files and some are spoken of in the words of the report. */
export const missingProofs = (
  required: readonly string[],
  kept: readonly (string | null)[],
  words: string,
): readonly string[] =>
  required.filter((proof) => !kept.includes(proofName(proof)) && !speaksOf(proof, words)).map(proofName);
