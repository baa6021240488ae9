import { defineJob } from '../src/queue/define.ts';
import { escalationCard } from '../src/rendering/cards/escalation.card.ts';
import { climbLadder } from '../src/services/escalation.service.ts';

export default defineJob({
  name: '督办升级',
  run: ({ tx, org, now }) => climbLadder(tx, { now, calendar: org.calendar, org }, escalationCard),
});
