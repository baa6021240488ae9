import type { RefusalWords } from './words.ts';

const SAVE_AS = '请在 Excel 或 WPS 里另存为 .xlsx 再发。';

/** Refusals of files and imports. */
export const importRefusals: RefusalWords = {
  'workbook.not-xlsx': () => ({ text: '这不是 .xlsx 文件，没有导入。', hint: SAVE_AS }),
  'workbook.encrypted': () => ({ text: '文件是旧格式或加了密码，没有导入。', hint: SAVE_AS }),
  'workbook.macro': () => ({ text: '文件带宏，没有导入。', hint: SAVE_AS }),
  'workbook.broken': () => ({ text: '文件已损坏或结构不对，没有导入。', hint: SAVE_AS }),
  'workbook.empty': () => ({ text: '文件里没有可读的工作表，没有导入。' }),
  'workbook.too-large': () => ({ text: '文件太大（最多 1 万行、200 列），没有导入。', hint: '请分成几个文件。' }),
  'import.no-file': () => ({ text: '没看到文件，没有导入。', hint: '请把 .xlsx 和“导入”一起发来。' }),
  'import.one-file': () => ({ text: '一次请只发一个文件，没有导入。' }),
  'import.unknown': () => ({
    text: '没找到认识的表头，没有导入。',
    hint: '项目台账要有 项目名称、投资方（或责任单位）；资金台账要有 项目名称、日期、金额；花名册要有 姓名、单位；目标要有 单位、指标、目标值。',
  }),
  'import.header-twice': ({ head }) => ({ text: `表头“${head}”出现了两次，没有导入。`, hint: '请只留一列。' }),
  'import.no-rows': () => ({ text: '表头下面没有内容，没有导入。' }),
  'import.cell': ({ column, text, why }) => ({ text: `${column}“${text}”${why}，没有写入。` }),
  'import.row': ({ why }) => ({ text: `${why}，没有写入。` }),
  'import.nobody': () => ({
    text: '花名册里还没有投促中心人员或管理员，没有写入任何内容。',
    hint: '请先导入花名册。',
  }),
  'import.answer': () => ({ text: '导入还在等您答复，没有写入任何内容。', hint: '请回复“确认”或“放弃”。' }),
};
