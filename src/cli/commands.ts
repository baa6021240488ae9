import { backupCommand } from './backup.ts';
import { chatCommand } from './chat.ts';
import type { CliCommand } from './define.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { orgCommand } from './org.ts';
import { readCommand } from './read.ts';
import { reportCommand } from './report.ts';
import { restoreCommand } from './restore.ts';
import { rewardCommand } from './reward.ts';
import { sayCommand } from './say.ts';
import { scoreCommand } from './score.ts';
import { startCommand } from './start.ts';
import { tickCommand } from './tick.ts';
import { tokenCommand } from './token.ts';
import { userCommand } from './user.ts';
import { verifyCommand } from './verify.ts';
import { webhookCommand } from './webhook.ts';

/** Every command of the command line, by name. */
export const COMMANDS: Readonly<Record<string, CliCommand>> = {
  start: startCommand,
  demo: demoCommand,
  say: sayCommand,
  read: readCommand,
  score: scoreCommand,
  reward: rewardCommand,
  report: reportCommand,
  tick: tickCommand,
  import: importCommand,
  export: exportCommand,
  migrate: migrateCommand,
  doctor: doctorCommand,
  org: orgCommand,
  chat: chatCommand,
  user: userCommand,
  token: tokenCommand,
  webhook: webhookCommand,
  backup: backupCommand,
  restore: restoreCommand,
  verify: verifyCommand,
};
