import { dirname, relative } from 'node:path';

import type { Flow } from '../model/flow.js';
import { fileOf, lineOf, sourceText } from '../model/file.js';
import type { Node } from '../syntax/ast.js';
import { lastParts, withSlashes } from '../syntax/file-names.js';

/** What of the request it is, as its reader knows it: `req.query.file`. */
export function sourceOf({ source }: Flow): string {
  const { node } = source.source;
  const text = sourceText(node).replaceAll(/\s+/g, ' ');
  // The name that a call reads stands in it; a parameter that is a part by decoration has one of its own.
  const into = node.type === 'MemberExpression' ? source.path.filter((step) => /^[A-Za-z_$][\w$]*$/.test(step)) : [];
  return shorten([text, ...into].join('.'));
}

function shorten(text: string, most = 48): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}

/** The steps that matter and, where it is another file, the place of the sink: ` (by join(…), in files.ts:12)`. */
export function wayOf(flow: Flow): string {
  const own = fileOf(flow.node);
  const names = flow.calls.length > 0 ? flow.calls.map(nameOf) : flow.source.steps.map(nameOf);
  const steps = [...new Set(names.filter((each): each is string => each !== null))].slice(0, 3);
  const { file, site } = flow.sink;
  const place = file === own ? null : `in ${relativeTo(own.path, file.path)}:${lineOf(site)}`;
  const parts = [steps.length > 0 ? `by ${steps.join(', ')}` : null, place].filter((each) => each !== null);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

/** The file as its reader looks for it: its last folders. */
const relativeTo = (from: string, to: string): string => {
  const path = withSlashes(relative(dirname(from), to));
  return path.startsWith('../../..') ? lastParts(to, 3) : path;
};

function nameOf(node: Node): string | null {
  if (node.type === 'CallExpression') return `${shorten(sourceText(node.callee), 30)}()`;
  if (node.type === 'NewExpression') return `new ${shorten(sourceText(node.callee), 30)}()`;
  return null;
}
