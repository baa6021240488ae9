/** The part of the sentence before a place: back to a full stop or so many characters. */
export function before(plain: string, at: number, length: number): string {
  const piece = plain.slice(Math.max(0, at - length), at);
  return piece.slice(Math.max(piece.search(/[^。；;！!？?\n]*$/), 0));
}

/** The part of the clause before a place: back to a comma or full stop. */
export function clauseBefore(plain: string, at: number, length: number): string {
  const piece = plain.slice(Math.max(0, at - length), at);
  return piece.slice(Math.max(piece.search(/[^，,。；;！!？?\n]*$/), 0));
}
