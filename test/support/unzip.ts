import { readArchive } from '../../src/reading/archive.ts';

/** The text parts of an office document, by name. */
export async function unzip(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const found = await readArchive(Buffer.from(bytes), () => true, { entries: 200, unpacked: 20_000_000 });
  return new Map([...found].map(([name, content]) => [name, content.toString('utf8')]));
}

/** What stands between the tags of an XML text, one string a run. */
export const runs = (xml: string): readonly string[] =>
  [...xml.matchAll(/<(?:w:)?t(?:\s[^>]*)?>([^<]*)<\/(?:w:)?t>/g)].map((match) =>
    (match[1] ?? '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  );
