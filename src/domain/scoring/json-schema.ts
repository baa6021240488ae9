import type { Definitions, Node, Way } from './shape.ts';

/** A piece of JSON Schema (draft 2020-12). */
export type JsonSchema = { readonly [key: string]: unknown };

/** The JSON Schema of a shape; named shapes become `$defs`. */
export function jsonSchema(root: string, definitions: Definitions, title: string): JsonSchema {
  const $defs = Object.fromEntries(Object.entries(definitions).map(([name, node]) => [name, schemaOf(node)]));
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title, $ref: `#/$defs/${root}`, $defs };
}

function schemaOf(node: Node): JsonSchema {
  switch (node.is) {
    case 'anything':
      return {};
    case 'text':
      return { type: 'string' };
    case 'boolean':
    case 'null':
      return { type: node.is };
    case 'number':
      return numberSchema(node);
    case 'choice':
      return { enum: node.of };
    case 'list':
      return { type: 'array', items: schemaOf(node.of), ...(node.least > 0 ? { minItems: node.least } : {}) };
    case 'tuple':
      return { type: 'array', prefixItems: node.of.map(schemaOf), minItems: node.of.length, maxItems: node.of.length };
    case 'dict':
      return { type: 'object', additionalProperties: schemaOf(node.of) };
    case 'record':
      return recordSchema(node);
    case 'kinds':
      return {
        type: 'object',
        required: [node.tag],
        oneOf: Object.values(node.of).map(schemaOf),
      };
    case 'ways':
      return { oneOf: node.of.map((way: Way) => schemaOf(way.shape)) };
    case 'named':
      return { $ref: `#/$defs/${node.name}` };
  }
}

function numberSchema(node: Extract<Node, { is: 'number' }>): JsonSchema {
  return {
    type: node.whole ? 'integer' : 'number',
    ...(node.least === undefined ? {} : { minimum: node.least }),
    ...(node.most === undefined ? {} : { maximum: node.most }),
    ...(node.above === undefined ? {} : { exclusiveMinimum: node.above }),
  };
}

function recordSchema(node: Extract<Node, { is: 'record' }>): JsonSchema {
  const fields = Object.entries(node.fields);
  const required = fields.filter(([, field]) => field.required).map(([key]) => key);
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(fields.map(([key, field]) => [key, schemaOf(field.shape)])),
  };
}
