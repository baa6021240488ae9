import type { StoredFile } from '../reply.ts';

/** The files of a report as they are kept: pictures with the same facts in words. */
export type ReportFiles = readonly (StoredFile & { readonly alt: string | null })[];

/** A file just drawn. */
export interface Drawn {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly alt?: string;
}

export const PNG = 'image/png';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
