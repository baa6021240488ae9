/** The names of units in a drawing, in order, those on two lines joined; `x` is where names begin. */
export function unitNames(svg: string, x: number): readonly string[] {
  const lines = [...svg.matchAll(new RegExp(`<text x="${x}" y="([\\d.]+)"[^>]*weight="500"[^>]*>([^<]*)<`, 'g'))];
  const names: string[] = [];
  let above = Number.NEGATIVE_INFINITY;
  for (const [, y = '', text = ''] of lines) {
    const second = Number(y) - above < 30;
    if (second) names.push(`${names.pop() ?? ''}${text}`);
    else names.push(text);
    above = Number(y);
  }
  return names.filter((name) => name !== '单位');
}
