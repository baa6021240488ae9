import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { yearToMonth } from '../../src/domain/calendar/period.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { type Bulletin, readBulletin, readBulletinSheet } from '../../src/reading/bulletin.ts';
import { readPeriod } from '../../src/reading/period.ts';
import { readWorkbook } from '../../src/reading/workbook.ts';
import { peersReply } from '../../src/rendering/cards/peers.card.ts';
import { keepBulletin, latestPeers, peersOf } from '../../src/services/peer.service.ts';

export default defineCommand({
  name: '对标',
  group: 'figures',
  synonyms: ['外县', '同级对比', '全市排名'],
  initials: 'db',
  english: ['peers', 'benchmark'],
  help: '和兄弟县区比：第几、差前一名和第一名多少；投促中心粘贴上级通报',
  usage: '对标 [1-5月] [指标 县区数字 县区数字……]（可引用通报或随附 .xlsx）',
  examples: ['对标', '对标 1-5月 到位资金 清河县50.2亿 临城县48.1亿 宁晋县45亿', '外县 1-4月'],
  slots: { words: rest('时间、指标和各县区数字', { optional: true }) },
  kind: 'write',
  ability: 'look',
  takesLines: 'whole',
  run: async ({ words = '' }, context) => {
    const { tx, org, now, today, files, quote } = context;
    const text = [words, quote].filter(Boolean).join('\n');
    const [file] = files;
    const told: Bulletin | null = file
      ? await sheetOf(file.base64, today)
      : /\d/.test(text.replace(/\d{4}年|\d{1,2}\s*[-—–~至到]\s*\d{1,2}月|\d{1,2}月/gu, ''))
        ? readBulletin(text, today)
        : null;
    if (told) {
      const source = file ? file.name.replace(/\.xlsx$/i, '') : null;
      const kept = await keepBulletin(tx, context, org, told, source);
      return peersReply(await peersOf(tx, org, told.period, now), kept);
    }
    const asked = text ? readPeriod(text, today)?.period : undefined;
    if (text && !asked) throw new Refusal('peers.form');
    return peersReply(
      asked ? await peersOf(tx, org, yearToMonth(asked.to), now) : await latestPeers(tx, org, today, now),
    );
  },
});

async function sheetOf(base64: string, today: Parameters<typeof readBulletinSheet>[1]): Promise<Bulletin> {
  const [sheet] = (await readWorkbook(Buffer.from(base64, 'base64'))).sheets;
  if (!sheet) throw new Refusal('peers.rows');
  return readBulletinSheet(sheet, today);
}
