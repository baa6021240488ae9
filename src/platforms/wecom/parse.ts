import { XMLParser, XMLValidator } from 'fast-xml-parser';

const PARSER = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
  trimValues: true,
});

/** The `xml` element of a callback as text values; null for a document type, for anything else, for broken XML. */
export function readXml(text: string): Readonly<Record<string, unknown>> | null {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return null;
  try {
    if (XMLValidator.validate(text) !== true) return null;
    const parsed = PARSER.parse(text) as { xml?: Record<string, unknown> };
    return parsed.xml && typeof parsed.xml === 'object' ? parsed.xml : null;
  } catch {
    return null;
  }
}

/** A value as text; "" for anything else. */
export const word = (value: unknown): string => (typeof value === 'string' ? value : '');
