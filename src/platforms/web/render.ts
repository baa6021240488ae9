import type { SealedReply, StoredFile } from '../../rendering/reply.ts';
import { toText } from '../../rendering/text.ts';

/** A reply as POST /api/chat gives it. */
export interface ApiReply {
  readonly text: string;
  readonly title: string;
  readonly tone: string;
  readonly record?: string;
  /** `url`: the button opens a page instead of pressing. */
  readonly buttons: readonly { readonly label: string; readonly token: string; readonly url?: string }[];
  readonly files: readonly { readonly name: string; readonly mime: string; readonly url: string }[];
}

/** Draws a reply for programs: the plain text, its record, buttons and files. `base` stands before each file's path. */
export function toApiReply(reply: SealedReply, base: string): ApiReply {
  return {
    text: toText(reply),
    title: reply.title,
    tone: reply.tone ?? 'info',
    ...(reply.record === undefined ? {} : { record: reply.record }),
    buttons: (reply.buttons ?? []).map(({ label, token, url }) =>
      url === undefined ? { label, token } : { label, token, url: url.startsWith('/') ? `${base}${url}` : url },
    ),
    files: filesOf(reply).map(({ id, name, mime }) => ({ name, mime, url: `${base}/files/${id}` })),
  };
}

/** Pictures and documents of a reply, in order. */
const filesOf = (reply: SealedReply): readonly StoredFile[] =>
  (reply.parts ?? []).flatMap((part) => (part.type === 'picture' || part.type === 'file' ? [part.file] : []));
