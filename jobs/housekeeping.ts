import { defineJob } from '../src/queue/define.ts';
import { forgetOld } from '../src/services/housekeeping.service.ts';

export default defineJob({
  name: '清理',
  run: ({ tx, now }) => forgetOld(tx, now),
});
