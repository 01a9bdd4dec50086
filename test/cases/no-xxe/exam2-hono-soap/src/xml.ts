import libxmljs, { type ParserOptions } from 'libxmljs2';

export const LOOSE: ParserOptions = { noent: true, nonet: false, dtdload: true };
export const STRICT: ParserOptions = { noent: false, nonet: true };

export function parseLoose(text: string) {
  return libxmljs.parseXml(text, LOOSE);
}

export function parseStrict(text: string) {
  return libxmljs.parseXml(text, STRICT);
}

export function parseWith(text: string, options: ParserOptions = {}) {
  return libxmljs.parseXml(text, { ...options, nonet: true });
}
