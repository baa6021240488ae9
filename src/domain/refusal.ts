/**
 * A rule says no, and the person can do something about it. Thrown by the rule that knows; `src/commands/refusals.ts`
 * turns the code and data into plain Chinese: what was wrong, what was kept, what to type instead. Anything else that
 * is thrown is a fault of ours.
 *
 * `code` is "area.reason" (e.g. "project.not-found"); `data` holds what the sentence needs, as JSON-safe values.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: string, data: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.data = data;
  }
}
