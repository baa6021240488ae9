import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { withoutYellow } from '../../src/domain/report/leaderboard.ts';
import { boardReply } from '../../src/rendering/report/board-reply.ts';
import { drawBoardFiles } from '../../src/rendering/report/draw.ts';
import { PNG } from '../../src/rendering/report/files.ts';
import { buildBoard } from '../../src/services/board.service.ts';
import { storeDrawn } from '../../src/services/file.service.ts';
import { monthBoard } from '../../src/services/publish.service.ts';
import { periodIn } from './_period.ts';

/** The group that the words name, or that of a unit they name; undefined when there are none. Refusal "rank.unknown". */
function groupIn(
  words: string,
  groups: readonly { readonly name: string; readonly rows: readonly { readonly unit: string }[] }[],
): string | undefined {
  const asked = words.replace(/^[\s的各]+|[\s的榜]+$/g, '');
  if (!asked || /^(?:全部|全县|全区|全市|总|所有|情况)/.test(asked)) return undefined;
  const found = groups.find(
    ({ name, rows }) => name.includes(asked) || rows.some(({ unit }) => unit.includes(asked) || asked.includes(unit)),
  );
  if (!found) throw new Refusal('rank.unknown', { words: asked.slice(0, 20) });
  return found.name;
}

export default defineCommand({
  name: '排行',
  group: 'figures',
  synonyms: ['排名', '排行榜', '榜', '晾晒'],
  initials: 'ph',
  english: ['paihang', 'rank', 'ranking'],
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
        : { model: withoutYellow((await buildBoard(tx, org, period, now)).model), files: [] };
    const group = groupIn(left, board.model.groups);
    if (board.files.length > 0) return boardReply(board.model, board.files, group);
    const pictures = (await drawBoardFiles(board.model)).filter((file) => file.mime === PNG);
    const files = await storeDrawn(tx, pictures);
    return boardReply(board.model, files, group);
  },
});
