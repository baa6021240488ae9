/** A JSON value changed in one place, with where and how. */
export interface Mutated {
  readonly where: string;
  readonly value: unknown;
}

const STRANGERS: readonly unknown[] = [null, true, 0, -1, 1.5, 'x', [], {}, ['a', '>', 1], { kind: 'sum', of: ['a'] }];

/** A JSON value with each of its places in turn: left out, given an unknown field, or exchanged for something else. */
export function* mutated(
  value: unknown,
  path = '',
  put: (changed: unknown) => unknown = (one) => one,
): Generator<Mutated> {
  for (const stranger of STRANGERS) yield { where: `${path} = ${JSON.stringify(stranger)}`, value: put(stranger) };
  if (Array.isArray(value)) yield* inList(value, path, put);
  else if (typeof value === 'object' && value !== null) yield* inObject({ ...value }, path, put);
}

function* inList(list: readonly unknown[], path: string, put: (changed: unknown) => unknown): Generator<Mutated> {
  yield { where: `${path} one more`, value: put([...list, 'x']) };
  for (const [at, inner] of list.entries()) {
    yield { where: `${path}[${at}] left out`, value: put(list.filter((_, index) => index !== at)) };
    yield* mutated(inner, `${path}[${at}]`, (changed) => put(list.map((one, index) => (index === at ? changed : one))));
  }
}

function* inObject(
  object: Readonly<Record<string, unknown>>,
  path: string,
  put: (changed: unknown) => unknown,
): Generator<Mutated> {
  yield { where: `${path} with an unknown field`, value: put({ ...object, zzz: 1 }) };
  for (const [key, inner] of Object.entries(object)) {
    const { [key]: _gone, ...rest } = object;
    yield { where: `${path}.${key} left out`, value: put(rest) };
    yield* mutated(inner, `${path}.${key}`, (changed) => put({ ...object, [key]: changed }));
  }
}
