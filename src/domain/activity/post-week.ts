/** What one person did at a post outside in a stretch of days. */
export interface PostWeek {
  readonly person: string;
  readonly unit: string | null;
  readonly places: string;
  readonly days: number;
  /** Activities the person reported. */
  readonly activities: number;
  /** Leads the person was first to report. */
  readonly leads: number;
  readonly words: string | null;
}
