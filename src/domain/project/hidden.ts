/** What of a secret project only the named people see; everywhere else stands its code name. */
export type Hidden = Partial<Record<HiddenField, string>>;

/** The facts that tell who it is. */
export const HIDDEN_FIELDS = [
  'name',
  'investor',
  'creditCode',
  'site',
  'referrer',
  'investorRegion',
  'nextStep',
] as const;

/** One of them. */
export type HiddenField = (typeof HIDDEN_FIELDS)[number];
