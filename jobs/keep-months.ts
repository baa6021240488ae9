import { defineJob } from '../src/queue/define.ts';
import { keepNextMonth } from '../src/services/kept-month.service.ts';

export default defineJob({
  name: '月度数',
  run: ({ tx, today }) => keepNextMonth(tx, today),
});
