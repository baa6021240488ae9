import { clockAt, dateAt } from '../../domain/calendar/date.ts';
import { changedFields, type TrailLine } from '../../domain/trail.ts';
import { dayText } from '../day.ts';
import { short } from '../format.ts';
import { list, note, type Reply, say } from '../reply.ts';

/** Who wrote what: one page, newest first. `again` is the command that asks for the same list. */
export function trailCard(
  lines: readonly TrailLine[],
  {
    about,
    again,
    page,
    size,
    timeZone,
  }: { about: string; again: string; page: number; size: number; timeZone: string },
): Reply {
  if (lines.length === 0) return { title: `${about}：${page > 1 ? '没有更早的留痕了' : '还没有留痕'}`, tone: 'info' };
  return {
    title: `${about}：谁在什么时候改了什么`,
    tone: 'info',
    parts: [
      list(lines.slice(0, size).map((line) => lineText(line, timeZone))),
      note('新的在前，只列写入和导出；留痕不能修改或删除。'),
    ],
    buttons: lines.length > size ? [say('更早的', `${again} 第${page + 1}页`)] : [],
    private: true,
  };
}

function lineText(line: TrailLine, timeZone: string): string {
  const when = `${dayText(dateAt(line.at, timeZone))} ${clockAt(line.at, timeZone)}`;
  const fields = changedFields(line).map(({ label, was, now }) => `${label} ${short(was, 20)} → ${short(now, 20)}`);
  const what = [short(line.reply ?? line.command, 40), ...fields].join('；');
  return `${when} ${line.person ?? '系统'}：${what}${line.undone ? '（已撤销）' : ''}`;
}
