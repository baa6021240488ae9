import { check } from '../scoring/check.ts';
import { definitions } from '../scoring/language.ts';
import { mistake, mistakeIn } from '../scoring/mistake.ts';
import { readScheme } from '../scoring/read-scheme.ts';
import type { Scheme } from '../scoring/scheme.ts';
import { choice, list, may, named, need, record, text } from '../scoring/shape.ts';

/** Which posts carry a board beside the composite one. */
const BOARD_POSTS = ['月报', '季榜', '半年'] as const;
export type BoardPost = (typeof BOARD_POSTS)[number];

/** A board as data: a scheme, who is on it, who is ranked but gets no flag, which posts carry it. Absent: everybody, nobody, none. */
export interface BoardPlan {
  /** The name; the composite board is {@link MAIN_BOARD}. */
  readonly name: string;
  readonly scheme: Scheme;
  readonly who?: Choosing;
  readonly unflagged?: Choosing;
  readonly posts?: readonly BoardPost[];
}

/** Units by ranking group, by kind or by name; `except` takes some out again. What is absent does not narrow. */
export interface Choosing {
  readonly groups?: readonly string[];
  readonly kinds?: readonly string[];
  readonly units?: readonly string[];
  readonly except?: readonly string[];
}

/** The board that leaderboards, flags and 我的排名 go by. */
export const MAIN_BOARD = '综合榜';

const choosing = record<Choosing>({
  groups: may(list(text)),
  kinds: may(list(text)),
  units: may(list(text)),
  except: may(list(text)),
});
const plan = record<BoardPlan>({
  name: need(text),
  scheme: need(named<Scheme>('scheme')),
  who: may(choosing),
  unflagged: may(choosing),
  posts: may(list(choice(...BOARD_POSTS))),
});

/**
 * A board from JSON: a plan, or a scheme alone, which is the composite board. Refuses (mistake.ts) with the path of the
 * first mistake.
 */
export function readBoardPlan(input: unknown): BoardPlan {
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, 'scheme')) {
    return { name: MAIN_BOARD, scheme: readScheme(input) };
  }
  check(plan, input, '', definitions);
  const found = input as BoardPlan;
  if (found.name.trim() === '' || found.name.length > 20) throw mistake('name', '榜名要写，最多 20 个字');
  return { ...found, name: found.name.trim(), scheme: schemeOf(found) };
}

function schemeOf({ scheme }: BoardPlan): Scheme {
  try {
    return readScheme(scheme);
  } catch (error) {
    const wrong = mistakeIn(error);
    throw wrong ? mistake(`scheme.${wrong.path}`, wrong.message) : error;
  }
}

/** A unit as a board chooses it. */
export interface Choosable {
  readonly name: string;
  readonly group: string;
  readonly kind: string;
}

/** Whether the words choose the unit; no words choose everybody. */
export function chooses({ groups, kinds, units, except }: Choosing, unit: Choosable): boolean {
  if (except?.includes(unit.name)) return false;
  const narrowed = [groups?.includes(unit.group), kinds?.includes(unit.kind), units?.includes(unit.name)].filter(
    (fits) => fits !== undefined,
  );
  return narrowed.length === 0 || narrowed.some(Boolean);
}
