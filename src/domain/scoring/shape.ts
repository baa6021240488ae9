/**
 * Shapes: what a piece of a scheme must look like, as data. One table gives both the check (check.ts) and the JSON Schema
 * (json-schema.ts); `record<T>` ties it to the TypeScript type, so that the three cannot drift apart.
 */
declare const TYPED: unique symbol;

/** A shape whose accepted values have type T. */
export type Shape<T> = Node & { readonly [TYPED]?: T };

export type JsonType = 'text' | 'number' | 'boolean' | 'null' | 'list' | 'object';

/** One way to write a value: told apart by its JSON type and, for objects, by a field it has. */
export interface Way {
  readonly type: JsonType;
  readonly key?: string;
  readonly shape: Node;
}

/** What a record says about itself beyond its fields: null, or the field at fault and why. */
export type Concern = { readonly at: string; readonly message: string } | null;

export interface FieldOf {
  readonly shape: Node;
  readonly required: boolean;
}

export type Node =
  | { readonly is: 'text' | 'boolean' | 'null' | 'anything' }
  | {
      readonly is: 'number';
      readonly whole?: boolean;
      readonly least?: number;
      readonly most?: number;
      readonly above?: number;
    }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  | { readonly is: 'list'; readonly of: Node; readonly least: number }
  | { readonly is: 'tuple'; readonly of: readonly Node[] }
  | { readonly is: 'dict'; readonly of: Node }
  | {
      readonly is: 'record';
      readonly fields: Readonly<Record<string, FieldOf>>;
      readonly concern?: (value: never) => Concern;
    }
  | { readonly is: 'kinds'; readonly tag: string; readonly of: Readonly<Record<string, Node>> }
  | { readonly is: 'ways'; readonly of: readonly Way[] }
  | { readonly is: 'named'; readonly name: string };

/** A table of named shapes, which `named` refers to. */
export type Definitions = Readonly<Record<string, Node>>;

export const text: Shape<string> = { is: 'text' };
export const boolean: Shape<boolean> = { is: 'boolean' };
export const anything: Shape<unknown> = { is: 'anything' };
export const number: Shape<number> = { is: 'number' };
export const positive: Shape<number> = { is: 'number', above: 0 };
/** 0 and more. */
export const notNegative: Shape<number> = { is: 'number', least: 0 };
export const numberOrNull: Shape<number | null> = {
  is: 'ways',
  of: [
    { type: 'number', shape: { is: 'number' } },
    { type: 'null', shape: { is: 'null' } },
  ],
};
/** A whole number within bounds. */
export const integer = (bounds: { readonly least?: number; readonly most?: number } = {}): Shape<number> => ({
  is: 'number',
  whole: true,
  ...bounds,
});
/** One of a few words. */
export const choice = <const T extends string>(...of: readonly T[]): Shape<T> => ({ is: 'choice', of });
/** A list with at least `least` elements. */
export const list = <T>(of: Shape<T>, least = 0): Shape<readonly T[]> => ({ is: 'list', of, least });
/** An object whose keys are free names. */
export const dict = <T>(of: Shape<T>): Shape<Readonly<Record<string, T>>> => ({ is: 'dict', of });
/** A shape of the table of definitions. */
export const named = <T>(name: string): Shape<T> => ({ is: 'named', name });
/** A list of fixed places. */
export const tuple = <T extends readonly unknown[]>(of: readonly Node[]): Shape<T> => ({ is: 'tuple', of });
/** Several ways to write one value. */
export const ways = <T>(...of: readonly Way[]): Shape<T> => ({ is: 'ways', of });
/** An object told apart by its `kind`. */
export const kinds = <T extends { readonly kind: string }>(
  of: Readonly<Record<T['kind'], { readonly shape: Node }>>,
): Shape<T> => tagged('kind', of);

/** An object told apart by a field of it that holds a word. */
export const tagged = <T>(tag: keyof T & string, of: Readonly<Record<string, { readonly shape: Node }>>): Shape<T> => ({
  is: 'kinds',
  tag,
  of: Object.fromEntries(Object.entries(of).map(([kind, { shape }]) => [kind, shape])),
});

export interface Need<T> extends FieldOf {
  readonly shape: Shape<T>;
  readonly required: true;
}
export interface May<T> extends FieldOf {
  readonly shape: Shape<T>;
  readonly required: false;
}
/** A field that must be there. */
export const need = <T>(shape: Shape<T>): Need<T> => ({ shape, required: true });
/** A field that may be left out. */
export const may = <T>(shape: Shape<T>): May<T> => ({ shape, required: false });

/** The fields of T: `need` for each that T demands, `may` for each it leaves open. */
export type Fields<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? May<Exclude<T[K], undefined>> : Need<T[K]>;
};

/** An object with these fields and no others; `concern` names what else may be wrong with it. */
export function record<T>(fields: Fields<T>, concern?: (value: T) => Concern): Shape<T> {
  const plain = fields as unknown as Readonly<Record<string, FieldOf>>;
  return concern ? { is: 'record', fields: plain, concern } : { is: 'record', fields: plain };
}
