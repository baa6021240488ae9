type Schema = Readonly<Record<string, unknown>>;
type Check = (wanted: never, value: unknown, root: Schema, schema: Schema) => boolean;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: Array.isArray,
  object: isObject,
};

const resolved = (ref: string, root: Schema): Schema =>
  ref
    .split('/')
    .slice(1)
    .reduce<Schema>((at, step) => at[step] as Schema, root);

/** The keywords of draft 2020-12 that our schemas use; a keyword that is not here is an error in {@link accepts}. */
const CHECKS: Readonly<Record<string, Check>> = {
  $ref: (ref: string, value, root) => accepts(resolved(ref, root), value, root),
  type: (type: string | readonly string[], value) => [type].flat().some((one) => TYPES[one]?.(value) ?? false),
  const: (wanted: unknown, value) => wanted === value,
  enum: (of: readonly unknown[], value) => of.includes(value),
  oneOf: (of: readonly Schema[], value, root) => of.filter((one) => accepts(one, value, root)).length === 1,
  required: (keys: readonly string[], value) => !isObject(value) || keys.every((key) => Object.hasOwn(value, key)),
  properties: (fields: Readonly<Record<string, Schema>>, value, root) =>
    !isObject(value) ||
    Object.entries(fields).every(([key, one]) => !Object.hasOwn(value, key) || accepts(one, value[key], root)),
  additionalProperties: (rest: Schema | boolean, value, root, schema) =>
    !isObject(value) ||
    Object.keys(value)
      .filter((key) => !Object.hasOwn((schema.properties as object | undefined) ?? {}, key))
      .every((key) => accepts(rest, value[key], root)),
  items: (of: Schema, value, root) => !Array.isArray(value) || value.every((one) => accepts(of, one, root)),
  prefixItems: (of: readonly Schema[], value, root) =>
    !Array.isArray(value) || of.every((one, at) => at >= value.length || accepts(one, value[at], root)),
  minItems: (least: number, value) => !Array.isArray(value) || value.length >= least,
  maxItems: (most: number, value) => !Array.isArray(value) || value.length <= most,
  minimum: (least: number, value) => typeof value !== 'number' || value >= least,
  maximum: (most: number, value) => typeof value !== 'number' || value <= most,
  exclusiveMinimum: (bound: number, value) => typeof value !== 'number' || value > bound,
  $schema: () => true,
  $defs: () => true,
  title: () => true,
  description: () => true,
};

/** Whether a value fits a JSON Schema. `root` is the document that `$ref` points into. */
export function accepts(schema: Schema | boolean, value: unknown, root: Schema): boolean {
  if (typeof schema === 'boolean') return schema;
  return Object.entries(schema).every(([keyword, wanted]) => {
    const check = CHECKS[keyword];
    if (!check) throw new Error(`unknown keyword ${keyword}`);
    return check(wanted as never, value, root, schema);
  });
}
