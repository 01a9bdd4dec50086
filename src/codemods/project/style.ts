import type { BackendFile } from '../../model/file.js';

/** How a project writes its code, as far as new code must do the same. */
export interface Style {
  readonly quote: "'" | '"';
  readonly semicolons: boolean;
  readonly indent: string;
  /** `a,` at the end of lists over several lines. */
  readonly trailingCommas: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

const SAMPLE = 60;

/** The style of most of these files. */
export function styleOf(files: readonly Pick<BackendFile, 'text'>[]): Style {
  const texts = files.slice(0, SAMPLE).map(({ text }) => text);
  const count = (pattern: RegExp): number => texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);
  const lines = {
    closed: count(/^(?:import|export|const|let|var|return|\s+(?:const|let|var|return)) [^\n]*;\r?$/gm),
    open: 0,
  };
  lines.open = count(/^(?:import [^\n]*['"]|\s*(?:const|let|var|return) [^\n]*[\w)'"\]])\r?$/gm);
  // What stands in imports says most; strings with an apostrophe in them say nothing.
  const quotes = { single: count(/(?:from |require\()'/g), double: count(/(?:from |require\()"/g) };
  if (quotes.single + quotes.double === 0) {
    quotes.single = count(/'[\w./ -]*'/g);
    quotes.double = count(/"[\w./ -]*"/g);
  }
  return {
    quote: quotes.single >= quotes.double ? "'" : '"',
    semicolons: lines.closed >= lines.open,
    indent: indentOf(texts),
    trailingCommas: count(/,\r?\n\s*[}\])]/g) >= count(/[\w'")\]}]\r?\n\s*[}\]](?=[),;\s])/g) / 6,
    lineEnd: count(/\r\n/g) > count(/[^\r]\n/g) ? '\r\n' : '\n',
  };
}

function indentOf(texts: readonly string[]): string {
  const votes = new Map<string, number>();
  for (const text of texts) {
    const first = /\{\r?\n([ \t]+)\S/.exec(text)?.[1];
    if (first !== undefined) votes.set(first, (votes.get(first) ?? 0) + 1);
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best && /^(?:\t|  | {4})$/.test(best[0]) ? best[0] : '  ';
}

/**
 * A template (two spaces, single quotes, semicolons, trailing commas) in the project's style. Templates begin no line
 * with a bracket or a backtick, which is what semicolons may be left out before.
 */
export function inStyle(template: string, style: Style): string {
  const lines = template.split('\n').map((line) => {
    const [, spaces, code] = /^( *)(.*)$/.exec(line)!;
    // Comment blocks are indented by one more space.
    const depth = Math.floor(spaces!.length / 2);
    const indented = style.indent.repeat(depth) + ' '.repeat(spaces!.length % 2) + code!;
    return isComment(code!) ? indented : codeInStyle(indented, style);
  });
  const text = style.trailingCommas ? lines.join('\n') : lines.join('\n').replaceAll(/,(\n\s*[}\])])/g, '$1');
  return style.lineEnd === '\n' ? text : text.replaceAll('\n', '\r\n');
}

const isComment = (code: string): boolean => /^(?:\/\/|\/\*|\*)/.test(code);

function codeInStyle(line: string, { quote, semicolons }: Style): string {
  const quoted = quote === "'" ? line : line.replaceAll(/`[^`]*`|'([^'"\\\n]*)'/g, requoted);
  return semicolons ? quoted : quoted.replace(/;$/, '');
}

/** The text of a template literal stays as it is; the code in its holes doesn't. */
const requoted = (found: string, inner: string | undefined): string =>
  inner === undefined
    ? found.replaceAll(/\$\{[^}]*\}/g, (hole) => hole.replaceAll(/'([^'"\\]*)'/g, '"$1"'))
    : `"${inner}"`;
