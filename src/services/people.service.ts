export { listPeople, listUnits, type Person, type Unit } from '../db/roster.repository.ts';
