import { defineJob } from '../src/queue/define.ts';
import { releasedCard } from '../src/rendering/cards/released.card.ts';
import { expireProtection } from '../src/services/protection.service.ts';

export default defineJob({
  name: '首报保护到期',
  run: ({ tx, org, now, today }) => expireProtection(tx, { now, today, calendar: org.calendar, org }, releasedCard),
});
