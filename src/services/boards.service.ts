import { closingOf, lastClosedMonth } from '../db/entry.repository.ts';
import { unitFacts } from '../db/facts.repository.ts';
import { allBoards, boardsOn, changeBoard, insertDraft, type StoredBoard } from '../db/scheme.repository.ts';
import { booksOf } from '../domain/calendar/books.ts';
import { addMonths, type CalendarDate, date, startOfMonth } from '../domain/calendar/date.ts';
import type { Period } from '../domain/calendar/period.ts';
import { Refusal } from '../domain/refusal.ts';
import { type BoardInputs, singleBoard } from '../domain/report/board.ts';
import { type BoardPlan, type BoardPost, MAIN_BOARD, readBoardPlan } from '../domain/report/board-plan.ts';
import type { KnownSpan } from '../domain/report/figure-name.ts';
import type { BoardModel } from '../domain/report/model.ts';
import { defaultScheme } from '../domain/scoring/default-scheme.ts';
import { mistake, tooLongIn } from '../domain/scoring/mistake.ts';
import { headOf, planFor, type Reporting, targetsFor, unitsOn } from './board.service.ts';
import { checkFigures, labelsOf, prepareScheme, readMore } from './figures.service.ts';
import { findReport, keep } from './report.service.ts';
import type { OrgTx } from './transaction.ts';

/** The boards of an org: those in force on a day (the composite one first), and drafts that wait. */
export interface Boards {
  readonly inForce: readonly (StoredBoard | { readonly name: string; readonly edition: null })[];
  readonly drafts: readonly StoredBoard[];
}

/** Lists the boards; the composite one that every org starts with stands first where the org has none of its own. */
export async function listBoards(tx: OrgTx, today: CalendarDate): Promise<Boards> {
  const own = await boardsOn(tx, today);
  const main = own.find(({ name }) => name === MAIN_BOARD) ?? { name: MAIN_BOARD, edition: null };
  return {
    inForce: [main, ...own.filter(({ name }) => name !== MAIN_BOARD)],
    drafts: (await allBoards(tx)).filter(({ draft }) => draft),
  };
}

/** The boards beside the composite one that a post carries on a day. */
async function boardsOfPost(tx: OrgTx, post: BoardPost, day: CalendarDate): Promise<readonly BoardPlan[]> {
  const plans = (await boardsOn(tx, day))
    .filter(({ name }) => name !== MAIN_BOARD)
    .map(({ body }) => readBoardPlan(body));
  return plans.filter(({ posts }) => posts?.includes(post));
}

/**
 * Keeps a board from a file as a draft: nothing goes by it until it is put into force. Refuses what is no JSON, what the
 * language does not know and figures that we cannot give, each with its path ("scoring.mistake").
 */
export async function saveDraft(tx: OrgTx, text: string, today: CalendarDate, now: Date): Promise<StoredBoard> {
  const body = parsed(text);
  const plan = readBoardPlan(body);
  checkFigures(plan.scheme);
  return insertDraft(tx, { name: plan.name, body, activeFrom: startOfMonth(today), now });
}

function parsed(text: string): unknown {
  try {
    const json = text.replace(/^\uFEFF/, '');
    const body: unknown = JSON.parse(json);
    const long = tooLongIn(json);
    if (long) throw mistake(long.path, long.message);
    return body;
  } catch (error) {
    if (error instanceof SyntaxError) throw mistake('', '不是 JSON');
    throw error;
  }
}

/** The newest draft of a name, or the newest of all. Refusal "board.no-draft". */
export async function draftNamed(tx: OrgTx, name: string): Promise<StoredBoard> {
  const drafts = (await allBoards(tx)).filter((board) => board.draft && (name === '' || board.name === name));
  const [newest] = [...drafts].sort((a, b) => b.id - a.id);
  if (!newest) throw new Refusal('board.no-draft', { name });
  return newest;
}

/** A draft beside the board of its name that is in force: nothing is written. */
export interface Trial {
  readonly draft: StoredBoard;
  readonly now: BoardModel | null;
  readonly tried: BoardModel;
}

/** 试算: works a draft out on a month that has begun, as of its closing or now. Refusal "report.future". */
export async function tryDraft(
  tx: OrgTx,
  org: Reporting,
  draft: StoredBoard,
  period: Period,
  now: Date,
): Promise<Trial> {
  const cutOff = (await closingOf(tx, period.key)) ?? now;
  const plan = readBoardPlan(draft.body);
  const present =
    plan.name === MAIN_BOARD
      ? (await planFor(tx, period.to)).plan
      : (await boardsOn(tx, period.to))
          .filter(({ name }) => name === plan.name)
          .map(({ body }) => readBoardPlan(body))[0];
  return {
    draft,
    now: present ? (await buildSingle(tx, org, present, period, cutOff)).model : null,
    tried: (await buildSingle(tx, org, plan, period, cutOff)).model,
  };
}

/**
 * 启用: puts a draft into force from the first day of a month. A month that is closed keeps the scheme it was published
 * by: Refusal "board.closed".
 */
export async function activate(tx: OrgTx, draft: StoredBoard, from: CalendarDate): Promise<StoredBoard> {
  const closed = await lastClosedMonth(tx);
  if (closed && from.slice(0, 7) <= closed) {
    throw new Refusal('board.closed', { month: closed, next: addMonths(date(`${closed}-01`), 1).slice(0, 7) });
  }
  const active = await changeBoard(tx, draft.id, { draft: false, activeFrom: from });
  if (!active) throw new Refusal('board.no-draft', { name: draft.name });
  return active;
}

/** 停用: ends a board of its own today. Refusals "board.unknown", "board.main". */
export async function endBoard(tx: OrgTx, name: string, today: CalendarDate): Promise<StoredBoard> {
  if (name === MAIN_BOARD) throw new Refusal('board.main');
  const board = (await boardsOn(tx, today)).find((one) => one.name === name);
  const ended = board && (await changeBoard(tx, board.id, { endsOn: today }));
  if (!ended) throw new Refusal('board.unknown', { name });
  return ended;
}

/** A board in force as it stands over a month, by enough of its name. Refusal "board.unknown". */
export async function boardNow(
  tx: OrgTx,
  org: Reporting,
  name: string,
  period: Period,
  now: Date,
): Promise<BoardModel> {
  const main = (await planFor(tx, period.to)).plan;
  const plans = [main, ...(await boardsOn(tx, period.to)).map(({ body }) => readBoardPlan(body))];
  const plan = plans.find((one) => one.name === name) ?? plans.find((one) => name !== '' && one.name.includes(name));
  if (!plan) throw new Refusal('board.unknown', { name });
  return (await buildSingle(tx, org, plan, period, (await closingOf(tx, period.key)) ?? now)).model;
}

/** The JSON of a board in force, to be changed and sent back. Refusal "board.unknown". */
export async function boardJson(tx: OrgTx, name: string, today: CalendarDate): Promise<string> {
  const board = (await boardsOn(tx, today)).find((one) => one.name === name);
  if (!board && name !== MAIN_BOARD) throw new Refusal('board.unknown', { name });
  return JSON.stringify(board?.body ?? { name: MAIN_BOARD, scheme: defaultScheme }, null, 2);
}

/** A board other than the composite one, over a period: figures from the year's start, or of `days` where given. */
export async function buildSingle(
  tx: OrgTx,
  org: Reporting,
  plan: BoardPlan,
  asked: Period,
  cutOff: Date,
  days?: Pick<KnownSpan, 'from' | 'to'>,
): Promise<{ readonly model: BoardModel; readonly inputs: BoardInputs }> {
  const books = booksOf(org.settings);
  const period = books.span(asked);
  const { from, year } = books.taskYear(period.to);
  const cumulative = { ...(days ?? { from, to: period.to }), cutOff };
  const prepared = prepareScheme(plan.scheme);
  const { units, unflagged } = await unitsOn(tx, period, plan);
  const inputs: BoardInputs = {
    head: { ...headOf(org, period, cutOff, plan.scheme), title: plan.name },
    units,
    unflagged,
    targets: await targetsFor(tx, year, units),
    facts: await unitFacts(tx, cumulative),
    more: prepared.facts.length > 0 ? await readMore(tx, org, prepared, { cumulative, periodFrom: period.from }) : null,
    scheme: prepared.scheme,
    labels: labelsOf(plan.scheme),
  };
  return { model: singleBoard(inputs), inputs };
}

/** Works out and keeps the boards that a post carries, with their inputs. */
export async function publishSingles(
  tx: OrgTx,
  org: Reporting,
  post: BoardPost,
  period: Period,
  cutOff: Date,
): Promise<readonly BoardModel[]> {
  const models: BoardModel[] = [];
  for (const plan of await boardsOfPost(tx, post, period.to)) {
    const known = await findReport(tx, `board:${plan.name}`, period.key);
    const made = known ? null : await buildSingle(tx, org, plan, period, cutOff);
    if (made) await keep(tx, `board:${plan.name}`, made.model, { inputs: made.inputs, schemeId: null, cutOff }, []);
    models.push(made?.model ?? (known?.report.model as BoardModel));
  }
  return models;
}
