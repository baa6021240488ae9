/**
 * A table of one row pasted as text (a line of headings, a line of cells, parted by tabs or bars) as "heading：cell" lines, with
 * the unit of a heading (总投资（亿元）) behind its number. Any other text stays as it is. Linear in the length of the text.
 */
export function unfoldTable(text: string): string {
  if (!/[\t|｜]/.test(text) || !text.includes('\n')) return text;
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^[\s|｜:：-]+$/.test(line));
  const [head, row] = lines.slice(-2).map(cellsOf);
  if (!head || !row || lines.length > 3 || head.length < 2 || head.length !== row.length) return text;
  if (head.some((cell) => /\d{2}/.test(cell)) || !head.some((cell) => KNOWN.test(cell))) return text;
  const title = lines.length === 3 ? `${lines[0]}\n` : '';
  return title + head.map((cell, at) => lineOf(cell, row[at] ?? '')).join('');
}

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
