import { FILTERS, READS, type Read } from './reads.ts';

const text = { type: 'string' };
const number = { type: 'integer' };
const wan = { type: ['string', 'null'], description: '万元, exact decimal text' };
const day = { type: 'string', format: 'date' };

const schemas = {
  Leaderboard: object({
    ...{ id: number, kind: text, period: text, edition: number, hash: text },
    ...{ cutOff: { type: 'string', format: 'date-time' }, publishedAt: { type: 'string', format: 'date-time' } },
  }),
  Project: object({
    ...{ id: number, name: text, investor: text, chain: text, stage: text, stageState: text, stageOn: day },
    ...{ investmentWan: wan, agreementWan: wan, unit: text, keyProject: { type: 'boolean' }, lastProgressOn: day },
  }),
  Task: object({
    ...{ id: number, title: text, state: text, projectId: number, dueOn: day, unit: text, person: text },
  }),
};

/** The OpenAPI 3.1 document of the read API. */
export function openApi(publicUrl: string): object {
  return {
    openapi: '3.1.0',
    info: { title: '小招 read API', version: '1', description: '排行、项目、督办任务的只读接口，每个地区一个令牌。' },
    servers: [{ url: publicUrl }],
    security: [{ token: [] }],
    paths: Object.fromEntries(READS.map((read) => [`/api/v1${read.path.replace(':id', '{id}')}`, pathOf(read)])),
    components: { schemas, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
}

function object(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', properties };
}

function pathOf({ tool, path, summary, gives, filters }: Read): object {
  const ref = { $ref: `#/components/schemas/${gives}` };
  const single = path.endsWith('/:id');
  const parameters = filters.map((name) => {
    const { description, ...schema } = FILTERS[name];
    return { name, in: name === 'id' ? 'path' : 'query', required: name === 'id', description, schema };
  });
  const given = single ? ref : object({ [path.slice(1)]: { type: 'array', items: ref } });
  const responses = single
    ? { ...answers(given), 404: { description: '没有这条记录（或属于别的地区）' } }
    : answers(given);
  return { get: { operationId: tool, summary, parameters, responses } };
}

const answers = (schema: object) => ({
  200: { description: '成功', content: { 'application/json': { schema } } },
  401: { description: '没有令牌，或令牌不对' },
  429: { description: '问得太频繁，Retry-After 秒后再来' },
});
