import type { Reply } from '../../src/rendering/reply.ts';

/** A reply that has every part but files. */
export const EVERY_PART: Reply = {
  title: '招商周报 第24周：新签约 3 个',
  tone: 'info',
  parts: [
    { type: 'text', text: '截至6月14日，到位资金 12.35亿元。\n同比增长 11.4%。' },
    {
      type: 'facts',
      facts: [
        { label: '签约额', value: '36亿元', was: '28.5亿元' },
        { label: '到位率', value: '83.3%' },
      ],
    },
    { type: 'list', heading: '本周签约', items: ['X113 华辰光伏组件项目 12亿元', 'X114 冀南铸件项目 5000万元'] },
    {
      type: 'table',
      heading: '乡镇组',
      columns: [{ head: '名次', align: 'right' }, { head: '单位' }, { head: '得分', align: 'right' }],
      rows: [
        ['1', '城关镇', '96.42'],
        ['2', '清河镇', '—'],
        ['3', '临洺关镇', '88.07'],
      ],
      more: '另有 12 个单位，见附件',
    },
    { type: 'note', text: '数字截至 2026年6月14日 18:00，未核实的 2 笔没有计入。' },
  ],
};

/** Figures and words of {@link EVERY_PART} that must be readable wherever it is shown. */
export const FIGURES: readonly string[] = [
  '招商周报 第24周：新签约 3 个',
  '12.35亿元',
  '同比增长 11.4%',
  '28.5亿元',
  '36亿元',
  '83.3%',
  '本周签约',
  'X113 华辰光伏组件项目 12亿元',
  'X114 冀南铸件项目 5000万元',
  '名次',
  '城关镇',
  '96.42',
  '88.07',
  '另有 12 个单位，见附件',
  '未核实的 2 笔没有计入',
];

/** What people might type to call everybody, to plant a link, or to dress up as the bot. */
export const HOSTILE: readonly string[] = [
  '<!channel>',
  '<!everyone|大家>',
  '<@U0BOSS>',
  '<@all>',
  '@all ',
  '@所有人 ',
  '<https://evil.example|点这里领奖>',
  '[点这里领奖](https://evil.example)',
  '![图](https://evil.example/x.png)',
  '<font color="warning">红字</font>',
  '**假标题** *斜* _下_ ~删~ `码`',
  '```围栏```',
  '# 一级标题',
  '> 引用\n---\n- 列表',
  '| 假 | 表 |\n|---|---|\n| 1 | 2 |',
  '</font><script>alert(1)</script>',
  '&lt;!channel&gt;',
  '<think>想</think>',
];

/** A table of so many rows without any file beside it; `rows` are the first cells, each unlike the others. */
export function longTable(count: number): { readonly reply: Reply; readonly rows: readonly string[] } {
  const rows = Array.from({ length: count }, (_, at) => `第${at + 1}号乡镇${String(at * 7919).padStart(7, '0')}`);
  return {
    rows,
    reply: {
      title: '全县台账',
      parts: [
        {
          type: 'table',
          heading: '在谈项目',
          columns: [{ head: '单位' }, { head: '投资额（万元）', align: 'right' }, { head: '进展' }],
          rows: rows.map((name, at) => [name, String(1000 + at), '已对接，等待现场考察']),
        },
      ],
    },
  };
}
