/** One rule broken: in a file of src/domain, a piece of text that stands there once, and what takes its place. */
export interface Break {
  readonly file: string;
  readonly was: string;
  readonly becomes: string;
}

/** The breaks of one file, as pairs of what was and what becomes. */
export const breaksOf = (
  file: string,
  ...pairs: readonly (readonly [was: string, becomes: string])[]
): readonly Break[] => pairs.map(([was, becomes]) => ({ file, was, becomes }));
