import { typeOf } from './check.ts';
import { definitions } from './language.ts';
import { below } from './mistake.ts';
import type { Scheme } from './scheme.ts';
import type { Node } from './shape.ts';

/** A name in a scheme that stands for a figure from outside, and where it stands ("metrics.rate.num"). */
export interface NamedFigure {
  readonly name: string;
  readonly path: string;
}

/**
 * Every figure a checked scheme takes from outside: names (also those it only
 * shows) that are none of its own metrics or items, and not `total`.
 */
export function figuresNamed(scheme: Scheme): readonly NamedFigure[] {
  const found: NamedFigure[] = [];
  walk([{ is: 'named', name: 'scheme' }, scheme, ''], (name, path) => found.push({ name, path }));
  for (const name of Object.keys(scheme.show ?? {})) found.push({ name, path: below('show', name) });
  const own = new Set([...Object.keys(scheme.metrics ?? {}), ...itemIds(scheme.items ?? []), 'total']);
  return found.filter(({ name, path }) => !own.has(name) || path.endsWith('.field'));
}

type Visit = (name: string, path: string) => void;
type JsonObject = Readonly<Record<string, unknown>>;
type Step = readonly [node: Node, input: unknown, path: string];

/** Goes along the language's own shapes, so that a new kind of metric or rule is walked without a word here. */
function walk([node, input, path]: Step, visit: Visit): void {
  if (node.is === 'named' && node.name === 'value' && typeof input === 'string') visit(input, path);
  if (node.is === 'record') visitPlain(input as JsonObject, path, visit);
  for (const step of stepsOf(node, input, path)) walk(step, visit);
}

/** The two places where a text, not a value, names an input: an `input`'s field and the list `rows` go over. */
function visitPlain(input: JsonObject, path: string, visit: Visit): void {
  if (input.kind === 'input') visit(String(input.field), below(path, 'field'));
  if (input.kind === 'rows') visit(String(input.from), below(path, 'from'));
}

function stepsOf(node: Node, input: unknown, path: string): readonly Step[] {
  const elements = Array.isArray(input) ? input : [];
  const object = (typeof input === 'object' && input !== null ? input : {}) as JsonObject;
  switch (node.is) {
    case 'named':
      return node.name === 'record_condition' ? [] : one(definitions[node.name], input, path);
    case 'list':
      return elements.map((element, at): Step => [node.of, element, below(path, at)]);
    case 'tuple':
      return node.of.map((of, at): Step => [of, elements[at], below(path, at)]);
    case 'dict':
      return Object.entries(object).map(([key, inner]): Step => [node.of, inner, below(path, key)]);
    case 'record':
      return Object.entries(node.fields).flatMap(([key, { shape }]) =>
        Object.hasOwn(object, key) ? one(shape, object[key], below(path, key)) : [],
      );
    case 'kinds':
      return one(node.of[String(object[node.tag])], input, path);
    case 'ways':
      return one(wayOf(node, input, object), input, path);
    default:
      return [];
  }
}

const one = (node: Node | undefined, input: unknown, path: string): readonly Step[] =>
  node ? [[node, input, path]] : [];

const wayOf = ({ of }: Extract<Node, { is: 'ways' }>, input: unknown, object: JsonObject): Node | undefined =>
  of.find(({ type, key }) => type === typeOf(input) && (key === undefined || Object.hasOwn(object, key)))?.shape;

const itemIds = (items: NonNullable<Scheme['items']>): readonly string[] =>
  items.flatMap(({ id, rule }) => [id, ...(rule.kind === 'group' ? itemIds(rule.items) : [])]);
