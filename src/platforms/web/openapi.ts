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
    paths: {
      ...paths('leaderboards', 'Leaderboard', '已发布的排行', []),
      ...paths('projects', 'Project', '项目', ['after', 'stage']),
      ...paths('tasks', 'Task', '督办任务', ['after', 'state']),
    },
    components: { schemas, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
}

function object(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', properties };
}

function paths(name: string, schema: keyof typeof schemas, summary: string, filters: readonly string[]): object {
  const ref = { $ref: `#/components/schemas/${schema}` };
  const query = ['limit', ...filters].map((filter) => ({
    ...{ name: filter, in: 'query', required: false },
    schema: filter === 'limit' || filter === 'after' ? number : text,
  }));
  return {
    [`/api/v1/${name}`]: {
      get: { summary, parameters: query, responses: answers(object({ [name]: { type: 'array', items: ref } })) },
    },
    [`/api/v1/${name}/{id}`]: {
      get: {
        summary: `${summary}：单条`,
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        responses: { ...answers(ref), 404: { description: '没有这条记录（或属于别的地区）' } },
      },
    },
  };
}

const answers = (schema: object) => ({
  200: { description: '成功', content: { 'application/json': { schema } } },
  401: { description: '没有令牌，或令牌不对' },
});
