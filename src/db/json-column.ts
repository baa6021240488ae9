import type { ColumnType } from 'kysely';

/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A jsonb column: read as a value, written as JSON text. */
export type JsonColumn = ColumnType<unknown, string, string>;

/** A jsonb column that may be null, and may be left out when inserting. */
export type NullableJsonColumn = ColumnType<unknown, string | null | undefined, string | null>;

/** A jsonb column with a default. */
export type DefaultedJsonColumn = ColumnType<unknown, string | undefined, string>;

/** A value as jsonb text. NUL and lone surrogates never get this far: text is cleaned at intake. */
export const toJson = (value: unknown): string => JSON.stringify(value);
