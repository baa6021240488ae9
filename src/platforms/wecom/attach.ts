import type { Attachment } from '../../rendering/attachments.ts';
import { FILE_NAME } from './limits.ts';
import { inertLine } from './markdown.ts';

/** Whether WeCom shows it as a picture: PNG or JPEG by its first bytes. */
export const isPicture = ({ kind }: Pick<Attachment, 'kind'>, bytes: Buffer): boolean =>
  kind === 'picture' && (bytes.subarray(0, 4).equals(PNG) || bytes.subarray(0, 3).equals(JPEG));

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** A file as a form, its name in plain UTF-8, its ending kept when it is too long. */
export function formOf(bytes: Buffer, name: string): FormData {
  const form = new FormData();
  form.append('media', new Blob([new Uint8Array(bytes)]), shortName(name));
  return form;
}

function shortName(name: string): string {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  let stem = '';
  for (const character of name.slice(0, name.length - ending.length)) {
    if (Buffer.byteLength(stem + character + ending) > FILE_NAME) break;
    stem += character;
  }
  return `${stem}${ending}`;
}

/** Said in place of a file that WeCom does not take. */
export const tooLarge = ({ name }: Attachment): string =>
  `附件“${inertLine(name)}”超出企业微信的大小限制（20MB），请在内置聊天里查看。`;
