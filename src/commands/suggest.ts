import { foldWidth } from '../reading/clean.ts';
import { soundsLike } from '../reading/sound.ts';
import type { CommandBook } from './load.ts';

/** A command a mistyped line may have meant, and the line as it would be with the right word. */
export interface Near {
  readonly name: string;
  readonly line: string;
  /** The command word sounds like this one's: nothing else was meant. */
  readonly slip?: true;
}

/** 刚才记错了, 撤了吧: what was just written is wanted back. */
const MISTAKE = /^(?:刚才?|刚刚)?.{0,4}(?:[记写发填录弄搞]错|撤回|撤掉|撤了|取消刚才|取消上一)[^0-9A-Za-z]{0,8}$/;

/** Commands whose word is one edit away from the start of a line: for "您是不是要…". At most three. */
export function nearCommands(line: string, book: CommandBook): readonly Near[] {
  const said = line.trim();
  if (MISTAKE.test(said)) return [{ name: '撤销', line: '撤销' }];
  const folded = foldWidth(said).toLowerCase();
  const [first = ''] = folded.split(/[\s:,，、。]+/);
  const found = new Map<string, Near>();
  for (const word of book.longestFirst) {
    if (word.length < 2) continue;
    const command = book.words.get(word);
    const head = [first, folded.slice(0, word.length), folded.slice(0, word.length + 1)].find(
      (one) => one.length > 1 && mayBe(one, word, one === first),
    );
    if (!command || head === undefined || found.has(command.name)) continue;
    const rest = said.slice(head.length).replace(/^[\s:：,，、。]+/, '');
    found.set(command.name, { name: command.name, line: `${command.name} ${rest}`.trim() });
  }
  return [...found.values()].slice(0, 3);
}

/**
 * Half of a word of two characters is little: that much alike only counts where the written word stands by itself (分配 for
 * 分派) or sounds the same. Letters are compared with letters, and two of them are no slip of another two.
 */
function mayBe(written: string, word: string, alone: boolean): boolean {
  if (/\d/.test(written) || !oneEdit(written, word)) return false;
  if (/[a-z]/.test(word) || /[a-z]/.test(written)) return /^[a-z-]+$/.test(written) && word.length > 3;
  if (word.length > 2 || (alone && written.length === 2 && (written[0] === word[0] || written[0] === word[1])))
    return true;
  return written.length === 2 && soundsLike(written, [{ name: word }]).length > 0;
}

/** Whether two words differ by at most one insertion, deletion, substitution or swap of neighbours. */
export function oneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let tail = 0;
  while (tail < a.length - start && tail < b.length - start && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1;
  const left = a.slice(start, a.length - tail);
  const right = b.slice(start, b.length - tail);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
