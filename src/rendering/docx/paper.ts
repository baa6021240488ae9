import {
  AlignmentType,
  Document,
  Footer,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx';
import { font } from './table.ts';

const MM = 56.7;
/** 22 lines a page: 28 points each, in twentieths. */
const LINE = 560;
/** The faces of GB/T 9704-2012: 仿宋 for the body, 小标宋 for titles, 黑体 and 楷体 for heads. */
export const FONTS = { body: '仿宋_GB2312', title: '方正小标宋简体', first: '黑体', second: '楷体_GB2312' } as const;
/** Half points: 2号, 小2号, 3号, 5号. */
export const SIZES = { second: 44, smallSecond: 36, third: 32, fifth: 21 } as const;
export const spacing = { line: LINE, lineRule: LineRuleType.EXACT };

/** Space above and below the text in mm: as the standard has it for letters; less for a form that is to fit its page. */
interface Margins {
  readonly top: number;
  readonly bottom: number;
}
const LETTER: Margins = { top: 37, bottom: 35 };
export const FORM: Margins = { top: 20, bottom: 18 };

/** A Word document in the layout of GB/T 9704-2012: A4, a type area of 156 × 225 mm, page numbers at the outer foot. */
export async function paper(
  title: string,
  issuer: string,
  children: readonly (Paragraph | Table)[],
  margins: Margins = LETTER,
): Promise<Uint8Array> {
  const document = new Document({
    creator: issuer,
    title,
    styles: { default: { document: { run: { font: font(FONTS.body), size: SIZES.third } } } },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: margins.top * MM, bottom: margins.bottom * MM, left: 28 * MM, right: 26 * MM },
          },
        },
        footers: { default: pageFooter(AlignmentType.RIGHT), even: pageFooter(AlignmentType.LEFT) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const pageFooter = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28, font: font('宋体') })],
      }),
    ],
  });

/** A run of text in 3号仿宋 unless said. */
export const run = (text: string, options: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun =>
  new TextRun({ font: font(FONTS.body), size: SIZES.third, ...options, text });

/** A title in 小标宋, centred, in one line or several; 2号 unless said. */
export const title = (lines: string | readonly string[], size: number = SIZES.second): Paragraph =>
  new Paragraph({
    spacing: { ...spacing, before: 280, after: 280 },
    alignment: AlignmentType.CENTER,
    children: [lines].flat().map((text, at) => {
      const face = { font: { name: FONTS.title, eastAsia: FONTS.title }, size };
      return run(text, at === 0 ? face : { ...face, break: 1 });
    }),
  });

/** 附件: on a page of its own, with its title. */
export const annexHead = (label: string, heading: string): readonly Paragraph[] => [
  new Paragraph({ pageBreakBefore: true, spacing, children: [run(label, { font: font(FONTS.first) })] }),
  title(heading, SIZES.smallSecond),
];

/** What is enclosed, named below the text: several each on a line of its own, their numbers beneath each other. */
export const enclosed = (...titles: readonly string[]): readonly Paragraph[] =>
  titles.map(
    (title, at) =>
      new Paragraph({
        spacing: at === 0 ? { ...spacing, before: LINE } : spacing,
        indent: at === 0 ? { firstLine: 640 } : { left: 1600 },
        keepNext: true,
        children: [run(`${at === 0 ? '附件：' : ''}${titles.length > 1 ? `${at + 1}．` : ''}${title}`)],
      }),
  );

/** A line from the left edge. */
export const flush = (text: string): Paragraph => new Paragraph({ spacing, children: [run(text)] });

/** A paragraph indented by two characters. */
export const body = (text: string | readonly ParagraphChild[], keepNext = false): Paragraph =>
  new Paragraph({
    spacing,
    indent: { firstLine: 640 },
    keepNext,
    alignment: AlignmentType.JUSTIFIED,
    children: typeof text === 'string' ? [run(text)] : text,
  });

/** 一、 in 黑体. */
export const heading = (text: string): Paragraph =>
  new Paragraph({
    spacing,
    indent: { firstLine: 640 },
    keepNext: true,
    children: [run(text, { font: font(FONTS.first) })],
  });

/** Issuer over date at the right, a line below the text. */
export const signature = (issuer: string, day: string): readonly Paragraph[] => [
  new Paragraph({
    spacing: { ...spacing, before: LINE },
    alignment: AlignmentType.RIGHT,
    indent: { right: 320 },
    keepNext: true,
    children: [run(issuer)],
  }),
  new Paragraph({ spacing, alignment: AlignmentType.RIGHT, indent: { right: 1280 }, children: [run(day)] }),
];

/** Small print under a table, 5号. */
export const smallPrint = (text: string): Paragraph =>
  new Paragraph({ spacing: { before: 120 }, children: [run(text, { font: font('宋体'), size: SIZES.fifth })] });

/** "2026年6月10日". */
export const dateText = (iso: string): string => {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日`;
};
