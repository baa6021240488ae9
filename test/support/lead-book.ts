import { defineCommand } from '../../src/commands/define.ts';
import { bookOf } from '../../src/commands/load.ts';
import { rest } from '../../src/commands/slots.ts';
import { facts, list, note, say, text } from '../../src/rendering/reply.ts';

const shape = {
  group: 'capture',
  english: [],
  slots: { what: rest('内容', { optional: true }) },
  ability: 'look',
} as const;

/** Three small commands whose replies have every part that a card can draw: for tests of how platforms look and feel. */
export const leadBook = bookOf([
  defineCommand({
    ...shape,
    name: '录入',
    initials: 'lr',
    kind: 'read',
    help: '一句话录线索',
    usage: '录入 一句话',
    examples: ['录入 华辰新能源拟投资12亿元建光伏组件项目，用地150亩'],
    run: async ({ what }) => ({
      title: '请核对：华辰光伏组件项目',
      tone: 'ask',
      parts: [facts(['投资方', '华辰新能源'], ['计划投资', '12亿元'], ['原话', what]), note('没看明白：招商方式。')],
      buttons: [
        { label: '确认', style: 'primary', press: { command: '录入', action: 'confirm', args: {} } },
        {
          label: '放弃',
          style: 'danger',
          confirm: '放弃这条线索？',
          press: { command: '录入', action: 'drop', args: {} },
        },
      ],
    }),
    actions: {
      confirm: {
        kind: 'write',
        run: async () => ({
          title: '已录入 X113 华辰光伏组件项目',
          tone: 'ok',
          record: 'X113',
          buttons: [say('看我的', '我的')],
        }),
      },
      drop: { kind: 'write', run: async () => ({ title: '已放弃，什么都没写入', tone: 'info' }) },
    },
  }),
  defineCommand({
    ...shape,
    name: '排行',
    initials: 'ph',
    kind: 'read',
    help: '本月排行',
    usage: '排行 [月份]',
    examples: ['排行 6月'],
    run: async () => ({
      title: '6月排行',
      parts: [
        {
          type: 'table',
          heading: '乡镇组',
          columns: [
            { head: '单位' },
            ...['得分', '签约额（亿元）', '到位资金（亿元）', '完成率（%）', '开工率（%）'].map((head) => ({
              head,
              align: 'right' as const,
            })),
          ],
          rows: [
            ['城关镇', '96.42', '12.60', '9.35', '104.6', '87.5'],
            ['清河镇', '93.18', '10.85', '8.12', '98.4', '85.7'],
          ],
        },
      ],
    }),
  }),
  defineCommand({
    ...shape,
    name: '我的',
    initials: 'wd',
    kind: 'read',
    help: '我手上的事',
    usage: '我的',
    examples: ['我的'],
    run: async (_, { actor }) => ({
      title: `${actor.name}，今天有 1 件事`,
      tone: 'warn',
      parts: [list(['R45 <img src=x onerror=alert(1)> 今天到期'], '按紧急程度'), text('发编号看详情。')],
    }),
  }),
]);
