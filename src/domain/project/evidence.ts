import type { Instant } from '../calendar/date.ts';

/** A kept file that proves a stage move, an entry, or belongs to the project as such. The same bytes prove one project only. */
export interface Evidence {
  readonly id: number;
  readonly projectId: number;
  readonly eventId: number | null;
  readonly entryId: number | null;
  readonly sha256: string;
  /** Which of the proofs asked for it is; null where nothing says. */
  readonly label: string | null;
  readonly addedBy: number;
  readonly addedAt: Instant;
  readonly file: { readonly id: string; readonly name: string; readonly mime: string; readonly size: number };
}

const KINDS: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  heic: 'image/heic',
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The type of a file that may be evidence, by its ending; null for what is none (programs, pages, archives). */
export const evidenceType = (name: string): string | null => KINDS[name.toLowerCase().split('.').pop() ?? ''] ?? null;

/** Whether a file that comes without words is a sheet to import rather than evidence. */
export const isSheet = (name: string): boolean => /\.(?:xlsx|xls|csv)$/i.test(name);
