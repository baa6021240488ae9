/** A person as a company's directory knows them: what the platform vouches for, of whoever speaks with that account. */
export interface Member {
  readonly name: string;
  /** Digits; null where the directory does not give it to us. */
  readonly mobile: string | null;
  /** The departments' names, the nearest first. */
  readonly departments: readonly string[];
}

/**
 * What came of asking a directory for an account. `unseen`: outside of what we may see; `unknown`: nobody by that account;
 * `closed`: we may not ask; `away`: no answer this time.
 */
export type Lookup = { readonly member: Member } | { readonly absent: 'unseen' | 'unknown' | 'closed' | 'away' };

/** A person of the roster, as far as matching goes. */
interface Listed {
  readonly id: number;
  readonly name: string;
  readonly unitId: number | null;
  readonly mobile: string | null;
  readonly disabled: boolean;
}

/**
 * Whom of the roster a member of the directory is, and by what: name with mobile proves it, name with department or a name
 * that only one person has is for staff to confirm. "several" where people share the name and nothing tells them apart.
 */
export function matchMember<Person extends Listed>(
  { name, mobile, departments }: Member,
  people: readonly Person[],
  units: readonly { readonly id: number; readonly name: string; readonly aliases: readonly string[] }[],
): { readonly person: Person; readonly by: 'mobile' | 'department' | 'name' } | 'nobody' | 'several' {
  const namesakes = people.filter((person) => !person.disabled && person.name === name);
  const [known, other] = namesakes.filter((person) => mobile !== null && person.mobile === mobile);
  if (known && !other) return { person: known, by: 'mobile' };
  const theirs = units.filter((unit) => [unit.name, ...unit.aliases].some((word) => departments.includes(word)));
  const near = namesakes.filter(({ unitId }) => theirs.some(({ id }) => id === unitId));
  const [colleague, another] = near;
  if (colleague && !another) return { person: colleague, by: 'department' };
  const [only, more] = namesakes;
  if (!only) return 'nobody';
  return more ? 'several' : { person: only, by: 'name' };
}
