/** The words of one org that readers look for in free text: its units, people and chains. */
export interface Vocabulary {
  readonly units: readonly UnitName[];
  readonly people: readonly PersonName[];
  readonly chains: readonly { readonly name: string; readonly keywords: readonly string[] }[];
}

/** A unit by its name and aliases ("临洺关镇", "临洺关"). */
export interface UnitName {
  readonly id: number;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A person who is not disabled. */
export interface PersonName {
  readonly id: number;
  readonly name: string;
  readonly unitId: number | null;
}

/** A unit or a person that a text names. */
export interface Named {
  readonly kind: 'unit' | 'person';
  readonly id: number;
  readonly name: string;
}
