import { insertionsFor } from '../../fix/middleware.js';
import { fileOf } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import type { Node } from '../../syntax/ast.js';
import { findProperty, unwrap } from '../../syntax/nodes.js';
import type { Edits } from '../edits.js';

/** Puts the middleware on a route; false where this codemod knows no place for it. */
export function putOn(edits: Edits, route: Route, names: readonly string[]): boolean {
  const file = fileOf(route.node);
  if (route.library.name === 'fastify') return putHooks(edits, route, names);
  const insertions = insertionsFor(route, names[0]!, file);
  if (!insertions) return false;
  for (const { at, text } of insertions) {
    // An argument on a line of its own gets one before it.
    const indent = /\n([ \t]*)$/.exec(file.text.slice(0, at))?.[1];
    edits.insert(file, at, indent === undefined ? text : text.replace(/, $/, `,\n${indent}`));
  }
  return true;
}

/** Fastify: `preHandler` and `onSend` among the route's options. */
function putHooks(edits: Edits, { call, handler, node }: Route, [claim, keep]: readonly string[]): boolean {
  if (!call || !handler) return false;
  const file = fileOf(node);
  const hooks = { preHandler: claim!, onSend: keep! };
  const options = call.arguments.map((each) => unwrap(each)).find((each) => each.type === 'ObjectExpression');
  if (!options) {
    const last = call.arguments.at(-1);
    if (call.arguments.length !== 2 || !last || !holds(last, handler.node)) return false;
    edits.insert(file, last.range[0], `{ preHandler: ${claim!}, onSend: ${keep!} }, `);
    return true;
  }
  // First: what closes a list stands before what comes after it.
  for (const [name, hook] of Object.entries(hooks)) {
    const present = findProperty(options, name);
    if (present) addTo(edits, present.value, hook);
  }
  const last = options.properties.at(-1);
  const missing = Object.entries(hooks).filter(([name]) => !findProperty(options, name));
  const before = last ? file.text.slice(options.range[0], last.range[0]) : '';
  const separator = before.includes('\n') ? `,\n${/[ \t]*$/.exec(before)![0]}` : ', ';
  const added = missing.map(([name, hook]) => `${name}: ${hook}`).join(separator);
  if (!last) edits.replace(file, options.range, `{ ${added} }`);
  else if (added !== '') edits.insert(file, last.range[1], separator + added);
  return true;
}

const holds = (outer: Node, inner: Node): boolean =>
  fileOf(outer) === fileOf(inner) && outer.range[0] <= inner.range[0] && outer.range[1] >= inner.range[1];

/** `authenticate` becomes `[authenticate, hook]`. */
function addTo(edits: Edits, present: Node, hook: string): void {
  const value = unwrap(present);
  const file = fileOf(value);
  if (value.type === 'ArrayExpression' && value.elements.length > 0) {
    edits.insert(file, value.elements.at(-1)!.range[1], `, ${hook}`);
    return;
  }
  edits.insert(file, value.range[0], '[');
  edits.insert(file, value.range[1], `, ${hook}]`);
}
