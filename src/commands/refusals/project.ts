import type { RefusalWords } from './words.ts';

/** Refusals about projects. */
export const projectRefusals: RefusalWords = {
  'project.not-found': ({ ref }) => ({
    text: `没有找到项目“${ref}”，没有写入任何内容。`,
    hint: '发“查 名称”找编号，或发“台账”看清单。',
  }),
};
