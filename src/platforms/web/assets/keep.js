import { element } from './element.js';

/** A figure with its unit, a date, a code: what must not be torn apart at the end of a line. */
const WHOLE =
  /(?:第|约\s?)?\d[\d,.:*/-]*\s?(?:[年月日](?:\d{1,2}[月日])*|[万亿]{1,2}(?:美)?元?|[%元亩个项条家周期分天批位](?:百分点)?|百分点)(?:\s\d{1,2}:\d{2})?/gu;

/** The words as nodes, each figure in a span that does not break. */
export function keepFigures(words) {
  const nodes = [];
  let from = 0;
  for (const match of words.matchAll(WHOLE)) {
    nodes.push(words.slice(from, match.index), element('span', { class: 'whole', text: match[0] }));
    from = match.index + match[0].length;
  }
  return [...nodes, words.slice(from)];
}
