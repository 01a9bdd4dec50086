import type { FieldPath, Sink } from '../../model/flow.js';
import { fileOf, sourceText } from '../../model/file.js';
import type { SinkKind } from '../../model/rows/flow.js';
import type { Node } from '../../syntax/ast.js';
import { calleeName } from '../../syntax/nodes.js';

/** A place of danger that no row of a library describes: what goes into `value` (at `path` of it) ends at `site`. */
export const makeSink = (kind: SinkKind, site: Node, value: Node, name: string, path: FieldPath = []): Sink => ({
  kind,
  row: null,
  site,
  value,
  path,
  name,
  file: fileOf(site),
});

/** How many characters of a call's name a message holds. */
const MOST_CHARACTERS = 40;

/** What is called or written to, as the code says it, on one short line: `new Function`, `res.redirect`. */
export function nameOfSite(site: Node): string {
  if (site.type === 'NewExpression') return `new ${shortName(site.callee)}`;
  return shortName(site.type === 'CallExpression' ? site.callee : site);
}

function shortName(node: Node): string {
  const text = sourceText(node)
    .replaceAll(/\s*\n\s*/g, '')
    .replaceAll(/\s+/g, ' ');
  if (text.length <= MOST_CHARACTERS) return text;
  const name = node.parent?.type === 'CallExpression' ? calleeName(node.parent) : null;
  return name ?? `${text.slice(0, MOST_CHARACTERS - 1)}…`;
}
