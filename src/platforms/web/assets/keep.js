import { element } from './element.js';

/** A figure with its unit, a date, a code: what must not be torn apart at the end of a line. */
const WHOLE =
  /(?:第|约\s?)?\d[\d,.:*/-]*\s?(?:[年月日](?:\d{1,2}[月日])*|[万亿]{1,2}(?:美)?元?|[%元亩个项条家周期分天批位次笔件人名日](?:百分点)?|百分点)(?:\s\d{1,2}:\d{2})?/gu;

/** The lights of deadlines, drawn as dots: not every machine has them as letters. */
const LIGHTS = { '🔴': 'red', '🟡': 'yellow', '🟢': 'green' };
const KEPT = new RegExp(`${WHOLE.source}|[${Object.keys(LIGHTS).join('')}]`, 'gu');

/** The words as nodes: each figure in a span that does not break, each light a dot (its word stands beside it). */
export function keepFigures(words) {
  const nodes = [];
  let from = 0;
  for (const match of words.matchAll(KEPT)) {
    const [found] = match;
    const light = LIGHTS[found];
    const props = light ? { class: 'light', data: { light }, 'aria-hidden': 'true' } : { class: 'whole', text: found };
    nodes.push(words.slice(from, match.index), element('span', props));
    from = match.index + found.length;
  }
  return [...nodes, words.slice(from)];
}
