import { type DestinationStream, type Logger, pino } from 'pino';

/** Fields that never reach a log, wherever they stand. */
const SECRET = ['text', 'mobile', 'token', 'secret', 'password', 'authorization', 'url', 'payload', 'body', 'quote'];

/** Where a log goes and how it looks. */
export interface LogOptions {
  /** A line for people ("09:30:05 WARN queue …") instead of JSON. */
  readonly pretty?: boolean;
  readonly destination?: DestinationStream;
}

/** The program's log: JSON lines on standard error; standard output belongs to commands. */
export function openLog(level: string, { pretty = false, destination = pino.destination(2) }: LogOptions = {}): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`]), censor: '〓' },
      serializers: { err: describeError },
    },
    pretty ? { write: (line) => destination.write(prettyLine(line)) } : destination,
  );
}

/** An error without the values that database errors carry (they hold what people typed). */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const { code, constraint, table, column } = error as Error & Record<string, unknown>;
  return { type: name, message: message.slice(0, 300), stack, code, constraint, table, column };
}

/** A JSON line as people read it: local time, level, message, fields; an error's stack below it. */
function prettyLine(line: string): string {
  const { level, time, msg, err, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const clock = new Date(String(time)).toTimeString().slice(0, 8);
  const name = (pino.levels.labels[Number(level)] ?? String(level)).toUpperCase().padEnd(5);
  const rest = Object.entries(fields).map(
    ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const { message, stack } = (err ?? {}) as { readonly message?: string; readonly stack?: string };
  const below = stack ?? message;
  return `${[clock, name, String(msg ?? ''), ...rest].join(' ')}\n${below ? `${below.replace(/^/gm, '  ')}\n` : ''}`;
}
