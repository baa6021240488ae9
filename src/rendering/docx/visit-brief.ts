import type { VisitBrief } from '../../domain/activity/visit-brief.ts';
import { type Sight, visitBriefParts } from '../cards/visit-brief-text.ts';
import { body, dateText, heading, paper, smallPrint, title } from './paper.ts';

/** "宁波海纳公司行前简报". */
export const visitBriefTitle = ({ who }: Pick<VisitBrief, 'who'>): string => `${who}行前简报`;

const NUMERALS = ['一', '二', '三', '四', '五'];

/** A line as papers have it: without the blanks that part words on a screen, nor its own full stop. */
const written = (line: string): string =>
  line.replace(/(?<=[\p{Script=Han}，、；：）]) | (?=\p{Script=Han})/gu, '').replace(/[。；]$/, '');

/** A 四知 as a Word document to take along: its parts whole, nothing cut. */
export const visitBriefDocx = (brief: VisitBrief, sight: Sight, issuer: string): Promise<Uint8Array> =>
  paper(visitBriefTitle(brief), issuer, [
    title(visitBriefTitle(brief)),
    ...visitBriefParts(brief, sight, 'paper').flatMap((part, at) => [
      heading(`${NUMERALS[at]}、${part.heading}`),
      ...part.lines.map((line, number) => body(`${part.lines.length > 1 ? `${number + 1}．` : ''}${written(line)}。`)),
    ]),
    smallPrint(`注：${issuer}${dateText(sight.today)}整理，只用本系统的记录；没有写到的请自行补充。`),
  ]);
