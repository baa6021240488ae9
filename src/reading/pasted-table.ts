/**
 * A table of one row pasted as text (a line of headings, a line of cells, parted by tabs or bars) as "heading：cell" lines, with
 * the unit of a heading (总投资（亿元）) behind its number, in a line of labels too. Any other text stays as it is. Linear in the length of the text.
 */
export function unfoldTable(raw: string): string {
  const text = /[亿万元亩顷米人][）)]/.test(raw) ? raw.replace(UNIT_AHEAD, '$1：$3$2') : raw;
  if (!/[\t|｜]/.test(text) || !text.includes('\n')) return text;
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^[\s|｜:：-]+$/.test(line));
  const [head, row] = lines.slice(-2).map(cellsOf);
  if (!head || !row || lines.length > 3 || head.length < 2 || head.length !== row.length) return text;
  if (head.some((cell) => /\d{2}/.test(cell)) || !head.some((cell) => KNOWN.test(cell))) return text;
  const title = lines.length === 3 ? `${lines[0]}\n` : '';
  return title + head.map((cell, at) => lineOf(cell, row[at] ?? '')).join('');
}

/** 计划投资(万元) 8600: the unit stands in the label. */
const UNIT_AHEAD =
  /([一-龥]{2,8})[（(](亿元|万元|亿美元|万美元|亩|公顷|平方米|人)[）)] ?[:：]? ?(\d[\d,.]*)(?![\d,.]*\s?[亿万亩元公人])/g;

const KNOWN = /企业|公司|投资|项目|用地|产值|联系/;
const UNIT = /^(.*?)\s?[（(]?(?:单位[:：])?(亿元|万元|亿美元|万美元|亩|平方米|人|个)[）)]?$/;

const cellsOf = (line: string): readonly string[] =>
  line
    .replace(/^\s*[|｜]|[|｜]\s*$/g, '')
    .split(/[\t|｜]/)
    .map((cell) => cell.trim());

function lineOf(heading: string, cell: string): string {
  if (cell === '' || /^序号$/.test(heading)) return '';
  const unit = UNIT.exec(heading);
  const bare = unit && /^[\d,.，～~\-—]+$/.test(cell) ? `${unit[1]}：${cell}${unit[2]}` : `${heading}：${cell}`;
  return `${bare}\n`;
}
