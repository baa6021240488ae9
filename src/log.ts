import { type DestinationStream, type Logger, pino } from 'pino';

/** Fields that never reach a log, wherever they stand. */
const SECRET = ['text', 'mobile', 'token', 'secret', 'password', 'authorization', 'url', 'payload', 'body', 'quote'];

/** The program's log: JSON lines on standard error; standard output belongs to commands. */
export function openLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`]), censor: '〓' },
      serializers: { err: describeError },
    },
    destination,
  );
}

/** An error without the values that database errors carry (they hold what people typed). */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const { code, constraint, table, column } = error as Error & Record<string, unknown>;
  return { type: name, message: message.slice(0, 300), stack, code, constraint, table, column };
}
