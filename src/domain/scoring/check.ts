import type { Refusal } from '../refusal.ts';
import { below, mistake } from './mistake.ts';
import type { Definitions, FieldOf, JsonType, Node, Way } from './shape.ts';

type NodeOf<K> = Extract<Node, { is: K }>;
type JsonObject = Readonly<Record<string, unknown>>;

const WORDS: Readonly<Record<JsonType, string>> = {
  text: '文字',
  number: '数',
  boolean: '真假值（true 或 false）',
  null: 'null',
  list: '列表',
  object: '对象',
};

type Checker<K> = (node: Extract<Node, { is: K }>, input: unknown, path: string, definitions: Definitions) => void;

const CHECKERS: { readonly [K in Node['is']]: Checker<K> } = {
  anything: () => {},
  text: (_node, input, path) => demand('text', input, path),
  boolean: (_node, input, path) => demand('boolean', input, path),
  null: (_node, input, path) => demand('null', input, path),
  number: checkNumber,
  choice: checkChoice,
  list: checkList,
  tuple: checkTuple,
  dict: checkDict,
  record: checkRecord,
  kinds: checkKinds,
  ways: checkWays,
  named: (node, input, path, definitions) => check(definition(node.name, definitions), input, path, definitions),
};

/** A path this long is no scheme that a person wrote; it keeps hostile nesting off the stack. */
const DEEPEST_PATH = 2000;

/** Refuses (see mistake.ts) the first thing in `input` that is not as the shape says, with its path. */
export function check(node: Node, input: unknown, path: string, definitions: Definitions): void {
  if (path.length > DEEPEST_PATH) throw mistake(`${path.slice(0, DEEPEST_PATH)}…`, '层次太深');
  const checker = CHECKERS[node.is] as Checker<Node['is']>;
  checker(node, input, path, definitions);
}

/** The JSON type of a value. */
export function typeOf(input: unknown): JsonType | null {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'list';
  switch (typeof input) {
    case 'string':
      return 'text';
    case 'number':
      return Number.isFinite(input) ? 'number' : null;
    case 'boolean':
      return 'boolean';
    case 'object':
      return 'object';
    default:
      return null;
  }
}

/** Refuses a value that is not of a JSON type. */
export function demand(type: JsonType, input: unknown, path: string): void {
  if (typeOf(input) !== type) throw mistake(path, `应为${WORDS[type]}`);
}

function definition(name: string, definitions: Definitions): Node {
  const node = definitions[name];
  if (!node) throw new RangeError(`no shape is named ${name}`);
  return node;
}

function checkNumber(node: NodeOf<'number'>, input: unknown, path: string): void {
  demand('number', input, path);
  const value = Number(input);
  if (node.whole && !Number.isSafeInteger(value)) throw mistake(path, '应为整数');
  if (node.least !== undefined && value < node.least) throw mistake(path, `不能小于 ${node.least}`);
  if (node.most !== undefined && value > node.most) throw mistake(path, `不能大于 ${node.most}`);
  if (node.above !== undefined && value <= node.above) throw mistake(path, `应大于 ${node.above}`);
}

function checkChoice({ of }: NodeOf<'choice'>, input: unknown, path: string): void {
  if (typeof input !== 'string' || !of.includes(input)) throw mistake(path, `应为 ${of.join('、')} 之一`);
}

function checkList({ of, least }: NodeOf<'list'>, input: unknown, path: string, definitions: Definitions): void {
  demand('list', input, path);
  const elements = input as readonly unknown[];
  if (elements.length < least) throw mistake(path, `至少要有 ${least} 项`);
  elements.forEach((element, index) => {
    check(of, element, below(path, index), definitions);
  });
}

function checkTuple({ of }: NodeOf<'tuple'>, input: unknown, path: string, definitions: Definitions): void {
  demand('list', input, path);
  const elements = input as readonly unknown[];
  if (elements.length !== of.length) throw mistake(path, `应有 ${of.length} 项`);
  of.forEach((node, index) => {
    check(node, elements[index], below(path, index), definitions);
  });
}

function checkDict({ of }: NodeOf<'dict'>, input: unknown, path: string, definitions: Definitions): void {
  demand('object', input, path);
  for (const [key, value] of Object.entries(input as JsonObject)) check(of, value, below(path, key), definitions);
}

function checkRecord(node: NodeOf<'record'>, input: unknown, path: string, definitions: Definitions): void {
  demand('object', input, path);
  const object = input as JsonObject;
  for (const key of Object.keys(object)) {
    if (!Object.hasOwn(node.fields, key)) throw mistake(below(path, key), `没有“${key}”这个字段`);
  }
  for (const [key, field] of Object.entries(node.fields)) checkField(key, field, object, path, definitions);
  const concern = node.concern?.(object as never) ?? null;
  if (concern) throw mistake(concern.at === '' ? path : below(path, concern.at), concern.message);
}

function checkField(key: string, field: FieldOf, object: JsonObject, path: string, definitions: Definitions): void {
  if (Object.hasOwn(object, key)) check(field.shape, object[key], below(path, key), definitions);
  else if (field.required) throw mistake(below(path, key), `缺少“${key}”`);
}

function checkKinds({ of, tag }: NodeOf<'kinds'>, input: unknown, path: string, definitions: Definitions): void {
  demand('object', input, path);
  const kind = (input as JsonObject)[tag];
  const node = typeof kind === 'string' && Object.hasOwn(of, kind) ? of[kind] : undefined;
  if (!node) throw mistake(below(path, tag), `应为 ${Object.keys(of).join('、')} 之一`);
  check(node, input, path, definitions);
}

function checkWays({ of }: NodeOf<'ways'>, input: unknown, path: string, definitions: Definitions): void {
  const type = typeOf(input);
  const fit = of.filter((way) => way.type === type);
  const way = fit.find(({ key }) => key === undefined || Object.hasOwn(input as JsonObject, key));
  if (!way) throw noWay(of, fit, input, path);
  check(way.shape, input, path, definitions);
}

function noWay(of: readonly Way[], fit: readonly Way[], input: unknown, path: string): Refusal {
  if (fit.length === 0) return mistake(path, `应为${[...new Set(of.map((one) => WORDS[one.type]))].join('或')}`);
  const [stray] = Object.keys(input as JsonObject);
  const keys = fit.map(({ key }) => key).join('、');
  return mistake(stray === undefined ? path : below(path, stray), `要写 ${keys} 中的一个`);
}
