import { z } from 'zod';

/** Revisions without a handshake: each request says its version itself. */
const MODERN = ['2026-07-28'];
/** Revisions that begin with `initialize`; the newest first. */
const LEGACY = ['2025-11-25', '2025-06-18', '2025-03-26'] as const;

/** The revisions of the Model Context Protocol that are spoken, newest first. */
export const VERSIONS: readonly string[] = [...MODERN, ...LEGACY];

/** The revision that `initialize` settles on: the one that was asked for where it is spoken, else the newest of its kind. */
export const settledVersion = (asked: unknown): string => LEGACY.find((version) => version === asked) ?? LEGACY[0];

/** Where a request carries its version, in revisions without a handshake. */
const VERSION_KEY = 'io.modelcontextprotocol/protocolVersion';
/** Where a result says who answers, likewise. */
export const SERVER_KEY = 'io.modelcontextprotocol/serverInfo';

/** One JSON-RPC 2.0 request, or a notification when it has no id. */
export const Message = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string(), z.number()]).optional(),
  method: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
});
export type Message = z.infer<typeof Message>;

/** An error of JSON-RPC or of the protocol (codes -3202x), with its HTTP status. */
export class RpcError extends Error {
  readonly status: 200 | 400 | 404;
  readonly code: number;
  readonly data: object | undefined;

  constructor(status: 200 | 400 | 404, code: number, message: string, data?: object) {
    super(message);
    this.status = status;
    this.code = code;
    this.data = data;
  }
}

/**
 * Which kind of revision a message is in; throws an {@link RpcError} where its headers and body do not say the same
 * (-32020) or name a revision that is not spoken (-32022).
 */
export function eraOf(message: Message, header: (name: string) => string | undefined): 'modern' | 'legacy' {
  const named = header('mcp-protocol-version');
  const meta = message.params?._meta as Readonly<Record<string, unknown>> | undefined;
  const carried = meta?.[VERSION_KEY];
  const asked = typeof carried === 'string' ? carried : named;
  if (asked !== undefined && message.method !== 'initialize' && !VERSIONS.includes(asked))
    throw new RpcError(400, -32022, 'Unsupported protocol version', { supported: VERSIONS, requested: asked });
  if (carried === undefined && (named === undefined || !MODERN.includes(named))) return 'legacy';
  if (carried === undefined) throw new RpcError(400, -32602, `Missing _meta field ${VERSION_KEY}`);
  mirrored('MCP-Protocol-Version', named, carried);
  mirrored('Mcp-Method', header('mcp-method'), message.method);
  if (message.method === 'tools/call') mirrored('Mcp-Name', plain(header('mcp-name')), message.params?.name);
  return 'modern';
}

function mirrored(name: string, header: string | undefined, body: unknown): void {
  if (header !== body) throw new RpcError(400, -32020, `Header mismatch: ${name} does not match the request body`);
}

/** A header's value, which may come as base64 between marks. */
function plain(value: string | undefined): string | undefined {
  const coded = /^=\?base64\?(.*)\?=$/.exec(value ?? '')?.[1];
  return coded === undefined ? value : Buffer.from(coded, 'base64').toString('utf8');
}
