import type { z } from 'zod';
import { MAX_BODY_BYTES, MAX_FILE_BODY_BYTES } from './limits.ts';
import type { WebContext } from './viewer.ts';

/** A request's JSON by its schema, or the answer that refuses it (400, 413 or 415, in Chinese). */
export async function readBody<Shape>(
  context: WebContext,
  schema: z.ZodType<Shape>,
): Promise<{ readonly body: Shape } | { readonly refusal: Response }> {
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/json\b/i.test(type))
    return refuse(context, 415, '请求体要用 JSON（Content-Type: application/json）。');
  const text = await limitedText(context.req.raw);
  if (text === null) return refuse(context, 413, '内容太大：文字最多 64 KB，带文件最多 15 MB。');
  const value = jsonOf(text);
  if (value === undefined) return refuse(context, 400, '请求体不是合法的 JSON。');
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.') || issue.message).join('、');
    return refuse(context, 400, `请求的字段不对：${fields}`);
  }
  const hasFiles = typeof value === 'object' && value !== null && 'files' in value;
  if (!hasFiles && text.length > MAX_BODY_BYTES) return refuse(context, 413, '文字最多 64 KB。');
  return { body: parsed.data };
}

/** An error answer with its words. */
export const refuse = (context: WebContext, status: 400 | 401 | 403 | 404 | 413 | 415 | 429, message: string) => ({
  refusal: context.json({ error: { message } }, status),
});

async function limitedText(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_FILE_BODY_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_FILE_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
