/** What a refusal says: what was wrong and what was kept; `hint`: what to type instead. */
export interface RefusalText {
  readonly text: string;
  readonly hint?: string;
}

/** The words of an area's refusals, by code. */
export type RefusalWords = Readonly<Record<string, (data: Readonly<Record<string, unknown>>) => RefusalText>>;
