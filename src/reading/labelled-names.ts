const COMPANY =
  /(?:(?:投资方|投资主体|投资单位|投资企业|投资人|投资者|企业名称|公司名称|投资商|单位名称|业主单位|项目业主|建设单位|实施主体|合作企业|意向企业)(?:名称)?(?:[:：]|为|是)|(?:^|[\s，,：:；;。|【\]】])(?:企业|公司|客商|业主|投资)(?:[:：]|为|\s(?=[^\s；;|]{2,30}[；;|])))\s*([^，,。；;\n\s|（(]{2,40})/d;
const PROJECT =
  /(?:项目名称|拟建项目|投资项目|建设内容|项目内容|(?:^|[\s；;，,。|【】\]])项目)[:：]\s*((?:(?!\s+(?:[\u4e00-\u9fff]{2,5}[:：]|总?投资|占地|用地|用工|年产|产值|税收|联系))[^，,。；;\n]){3,40})/d;
/** What a form holds where no name is known. */
const NO_NAME = /^(?:暂|待|未|无|某|一家)|政府|管委会|[们吗吧]|\d{4}/;

/** Where a form's labels (投资方：…, 项目名称：…) name the investor and the project; null where no label does. */
export function labelledNames(plain: string): Record<'company' | 'project', readonly [number, number] | null> {
  if (!/[:：为是\s]/.test(plain)) return { company: null, project: null };
  const company = COMPANY.exec(plain);
  const project = PROJECT.exec(plain);
  return {
    company: NO_NAME.test(company?.[1] ?? '无') ? null : (company?.indices?.[1] ?? null),
    project: project?.indices?.[1] ?? null,
  };
}
