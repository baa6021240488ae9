import type { DigestModel, LeaderboardModel } from '../../domain/report/model.ts';
import { bulletinDocx } from '../docx/bulletin.ts';
import { drawDigest } from '../picture/digest.ts';
import { drawLeaderboard } from '../picture/leaderboard.ts';
import { leaderboardWorkbook } from '../xlsx/leaderboard.ts';
import { DOCX, type Drawn, PNG, XLSX } from './files.ts';

/** Every rendering of a leaderboard that is a file: pictures, the Word bulletin, the workbook. */
export async function drawBoardFiles(model: LeaderboardModel): Promise<readonly Drawn[]> {
  const pictures = await drawLeaderboard(model);
  const stem = `${model.org}${model.title}${model.periodKey}`;
  return [
    ...pictures.map(({ png, alt }, at) => ({
      name: `${stem}${pictures.length > 1 ? `-${at + 1}` : ''}.png`,
      mime: PNG,
      bytes: png,
      alt,
    })),
    { name: `${model.org}招商引资工作情况通报${model.periodKey}.docx`, mime: DOCX, bytes: await bulletinDocx(model) },
    { name: `${stem}.xlsx`, mime: XLSX, bytes: await leaderboardWorkbook(model) },
  ];
}

/** The digest's picture. */
export async function drawDigestFiles(model: DigestModel): Promise<readonly Drawn[]> {
  const { png, alt } = await drawDigest(model);
  return [{ name: `${model.org}${model.title}${model.periodKey}.png`, mime: PNG, bytes: png, alt }];
}
