import { list, note, type Reply, type StoredFile, say, sayMore, text } from '../reply.ts';

interface Material {
  readonly id: number;
  readonly title: string;
  readonly link: string | null;
  readonly file: StoredFile | null;
  readonly uses: number;
}

/** A material as it is handed over. */
export const materialCard = (material: Material, title = '资料'): Reply => ({
  title: `${title}：${material.id} 号 ${material.title}`,
  tone: 'ok',
  parts: [
    ...(material.link ? [text(material.link)] : []),
    ...(material.file ? [{ type: 'file' as const, file: material.file }] : []),
    note(`已取用 ${material.uses} 次。`),
  ],
  buttons: [say('全部资料', '资料')],
});

/** The shelf, the most used first. */
export const materialsReply = (materials: readonly Material[], whose: string): Reply => ({
  title: materials.length === 0 ? `${whose ? `${whose}：` : ''}资料架是空的` : `${whose}资料 ${materials.length} 份`,
  tone: 'info',
  parts:
    materials.length === 0
      ? [note('投促中心登记：把文件和“资料 新增 招商指南2026版”一起发，或写链接：资料 新增 宣传片 https://…')]
      : [
          list(materials.slice(0, 12).map(({ id, title, uses }) => `${id} 号 ${title}（取用 ${uses} 次）`)),
          note('要哪份就发：资料 编号。'),
        ],
  buttons: [
    ...materials.slice(0, 4).map(({ id, title }) => say(`取 ${title.slice(0, 10)}`, `资料 ${id}`)),
    sayMore('登记', '资料 新增'),
  ],
});
