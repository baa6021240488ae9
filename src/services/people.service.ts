export { listPeople, type Person } from '../db/roster.repository.ts';
