import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { boardReply } from '../../src/rendering/report/board-reply.ts';
import { drawBoardFiles } from '../../src/rendering/report/draw.ts';
import { PNG } from '../../src/rendering/report/files.ts';
import { buildBoard } from '../../src/services/board.service.ts';
import { storeFile } from '../../src/services/file.service.ts';
import { monthBoard } from '../../src/services/publish.service.ts';
import { periodIn } from './_period.ts';

export default defineCommand({
  name: '排行',
  group: 'figures',
  synonyms: ['排名', '排行榜', '榜', '晾晒'],
  initials: 'ph',
  english: ['rank', 'ranking'],
  help: '看排行榜（带图），可加月份、季度、年度和组名',
  usage: '排行 [月份或季度或年度] [组名]',
  examples: ['排行', '排行 5月', '排行 二季度 乡镇组'],
  slots: { words: rest('时间或组名', { optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ words }, context) => {
    const { tx, org, now } = context;
    const { period, left } = periodIn(words, context);
    const board =
      period.kind === 'month'
        ? await monthBoard(tx, org, period, now)
        : { ...(await buildBoard(tx, org, period, now)), files: [] };
    const group = board.model.groups.find(({ name }) => left && name.includes(left))?.name;
    if (board.files.length > 0) return boardReply(board.model, board.files, group);
    const pictures = (await drawBoardFiles(board.model)).filter((file) => file.mime === PNG);
    const files = await Promise.all(
      pictures.map(async (file) => ({ ...(await storeFile(tx, file)), alt: file.alt ?? null })),
    );
    return boardReply(board.model, files, group);
  },
});
