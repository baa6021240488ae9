import { resolve } from 'node:path';
import { z } from 'zod';
import { zhCN } from 'zod/locales';

z.config(zhCN());

/** The environment variables as the process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const port = z.coerce.number().int().min(0).max(65_535);
const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `应是 ${protocols.join(' 或 ')} 开头的地址`,
  });

const SCHEMA = z.object({
  PORT: port.default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: url('http:', 'https:').optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  REDIS_URL: z
    .string()
    .regex(/^(rediss?:\/\/|[\w.-]+:\d+)/, '应是 redis:// 或 rediss:// 地址，或 主机:端口 列表')
    .optional(),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  SECRET_KEY: z.string().min(16, '至少 16 个字符').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LLM_BASE_URL: url('http:', 'https:').optional(),
  LLM_MODEL: z.string().min(1).max(200).optional(),
  LLM_API_KEY: z.string().min(1).max(500).optional(),
  LLM_TIMEOUT_MS: z.coerce.number().int().min(100).max(10_000).default(2_500),
  LOG_PRETTY: z.enum(['0', '1', 'true', 'false']).optional(),
});

/** What the program itself needs to know; each platform reads its own part. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Undefined: the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly role: 'all' | 'web' | 'worker';
  /** Undefined: generated into the data folder. */
  readonly secretKey: string | undefined;
  readonly logLevel: string;
  /** Lines for people instead of JSON. */
  readonly logPretty: boolean;
  /** Absent: no model is asked and nothing leaves the machine. */
  readonly model?: {
    readonly baseUrl: string;
    readonly model: string;
    readonly apiKey?: string | undefined;
    readonly timeoutMs: number;
  };
}

/** Every mistake of the environment at once; the start ends with exit code 2. */
export class ConfigError extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'));
    this.name = 'ConfigError';
    this.mistakes = mistakes;
  }
}

/** Reads and checks the environment. Empty values count as absent. Throws a ConfigError naming every mistake. */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = SCHEMA.safeParse(given);
  const mistakes = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`);
  if (given.DATABASE_URL && !given.SECRET_KEY) {
    mistakes.push('SECRET_KEY：使用外部数据库时必须设置（用来给按钮和登录链接加密，各进程相同，至少 16 个字符）');
  }
  if (Boolean(given.LLM_BASE_URL) !== Boolean(given.LLM_MODEL) || (given.LLM_API_KEY && !given.LLM_BASE_URL)) {
    mistakes.push(
      'LLM_BASE_URL：要用大模型补充字段，LLM_BASE_URL 和 LLM_MODEL 必须一起设（LLM_API_KEY 看服务器要不要）',
    );
  }
  if (!parsed.success || mistakes.length > 0) throw new ConfigError(mistakes);
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: (data.PUBLIC_URL ?? `http://${data.HOST === '0.0.0.0' ? '127.0.0.1' : data.HOST}:${data.PORT}`).replace(
      /\/+$/,
      '',
    ),
    dataDir: resolve(data.DATA_DIR),
    databaseUrl: data.DATABASE_URL,
    redisUrl: data.REDIS_URL,
    role: data.ROLE,
    secretKey: data.SECRET_KEY,
    logLevel: data.LOG_LEVEL,
    logPretty: data.LOG_PRETTY === '1' || data.LOG_PRETTY === 'true',
    ...(data.LLM_BASE_URL && data.LLM_MODEL
      ? {
          model: {
            baseUrl: data.LLM_BASE_URL,
            model: data.LLM_MODEL,
            apiKey: data.LLM_API_KEY,
            timeoutMs: data.LLM_TIMEOUT_MS,
          },
        }
      : {}),
  };
}

/**
 * A platform's part of the environment: all of its keys, none (the platform is off), or a mistake that names what is
 * missing. Optional keys do not switch it on.
 */
export function keySet<Name extends string>(
  environment: Environment,
  title: string,
  required: readonly Name[],
): Readonly<Record<Name, string>> | null {
  const missing = required.filter((name) => !environment[name]);
  if (missing.length === required.length) return null;
  if (missing.length > 0) throw new ConfigError([`${title}：还缺 ${missing.join('、')}（要么全部设置，要么都不设置）`]);
  return Object.fromEntries(required.map((name) => [name, environment[name] ?? ''])) as Record<Name, string>;
}
