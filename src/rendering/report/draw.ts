import type { ChainMap } from '../../domain/chain/chain-map.ts';
import type { BoardModel, DigestModel, FlagsModel, LeaderboardModel, ReportHead } from '../../domain/report/model.ts';
import { bulletinDocx } from '../docx/bulletin.ts';
import { drawChainMap } from '../picture/chain-map.ts';
import { drawDigest } from '../picture/digest.ts';
import { drawFlags, type FlagsShown } from '../picture/flags.ts';
import { drawLeaderboard } from '../picture/leaderboard.ts';
import type { Picture } from '../picture/png.ts';
import { drawSingleBoard } from '../picture/single-board.ts';
import { leaderboardWorkbook } from '../xlsx/leaderboard.ts';
import { singleBoardWorkbook } from '../xlsx/single-board.ts';
import { DOCX, type Drawn, PNG, XLSX } from './files.ts';

/** Every rendering of a leaderboard that is a file: pictures, the Word bulletin, the workbook. */
export async function drawBoardFiles(model: LeaderboardModel): Promise<readonly Drawn[]> {
  const pictures = await drawLeaderboard(model);
  const stem = `${model.org}${model.title}${model.periodKey}`;
  return [
    ...named(pictures, stem),
    { name: `${model.org}招商引资工作情况通报${model.periodKey}.docx`, mime: DOCX, bytes: await bulletinDocx(model) },
    { name: `${stem}.xlsx`, mime: XLSX, bytes: await leaderboardWorkbook(model) },
  ];
}

/** The digest's picture. */
export async function drawDigestFiles(model: DigestModel): Promise<readonly Drawn[]> {
  return named([await drawDigest(model)], `${model.org}${model.title}${model.periodKey}`);
}

/** The pictures of boards of their own (单项榜, 攻坚榜), each with a workbook of all its columns; `span` is what their header says instead of the period's span. */
export async function drawSingleBoardFiles(models: readonly BoardModel[], span?: string): Promise<readonly Drawn[]> {
  const drawn: Drawn[] = [];
  for (const model of models) {
    const stem = `${model.org}${model.title}${model.periodKey}`;
    const bytes = await singleBoardWorkbook(model);
    drawn.push(...named(await drawSingleBoard(model, span), stem), { name: `${stem}.xlsx`, mime: XLSX, bytes });
  }
  return drawn;
}

/** The picture of a quarter's flags. */
export async function drawFlagsFiles(model: FlagsModel, shown: FlagsShown): Promise<readonly Drawn[]> {
  return named([await drawFlags(model, shown)], `${model.org}${model.title}`);
}

/** The picture of a chain's map. */
export async function drawChainMapFiles(map: ChainMap, head: ReportHead): Promise<readonly Drawn[]> {
  return named([await drawChainMap(map, head)], `${head.org}${head.title}`);
}

const named = (pictures: readonly Picture[], stem: string): readonly Drawn[] =>
  pictures.map(({ png, alt }, at) => ({
    name: `${stem}${pictures.length > 1 ? `-${at + 1}` : ''}.png`,
    mime: PNG,
    bytes: png,
    alt,
  }));
