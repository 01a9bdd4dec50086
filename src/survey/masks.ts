import { secretsOf } from '../facts/secrets.js';
import { fileOf, type BackendFile } from '../model/file.js';
import type { Node } from '../syntax/ast.js';
import type { SecretTraces } from './collected.js';

const DOT = '•';
/** A shorter text stands in too many sentences by chance. */
const SHORTEST_TEXT = 4;

/** Where a file writes secrets out. */
export function tracesOf(file: BackendFile): SecretTraces {
  const ranges: [number, number][] = [];
  const texts: string[] = [];
  for (const { node, origin, text, start, end } of secretsOf(file)) {
    for (const each of [node, origin])
      if (each && isText(each) && fileOf(each) === file) ranges.push([each.range[0], each.range[1]]);
    const secret = text.slice(start, end);
    if (secret.length >= SHORTEST_TEXT) texts.push(secret);
  }
  return { ranges, texts };
}

const isText = ({ type }: Node): boolean => type === 'Literal' || type === 'TemplateLiteral';

/** Values that are given to something called after a secret, however they are known: the last net. */
const NAMED =
  /((?:secret|passw(?:or)?d|passphrase|token|api_?key|private_?key|credential)\w*['"]?\]?\s*(?:[:=]|\?\?|\|\|)=?\s*)(['"`])((?:(?!\2)[^\\\n]|\\.)+)\2/gi;

/** A source text with what its secrets say covered; every line keeps its place and length. */
export function maskSource(text: string, { ranges }: SecretTraces, more: SecretTraces['ranges'] = []): string {
  let masked = text;
  for (const [start, end] of [...ranges, ...more])
    masked = masked.slice(0, start) + covered(masked.slice(start, end)) + masked.slice(end);
  return masked.replaceAll(
    NAMED,
    (_, head: string, quote: string, value: string) => head + quote + dots(value) + quote,
  );
}

/** Everything between the quotes of the literals in a stretch of code. */
const covered = (code: string): string =>
  code.replaceAll(
    /(['"`])((?:(?!\1)[^\\]|\\[^])*)\1/g,
    (_, quote: string, value: string) => quote + dots(value) + quote,
  );

const dots = (value: string): string => value.replaceAll(/[^\n\r]/g, DOT);

/** A sentence without the texts of secrets. */
export function maskSentence(sentence: string, { texts }: SecretTraces): string {
  return texts.reduce((masked, text) => masked.replaceAll(text, DOT.repeat(6)), sentence);
}
