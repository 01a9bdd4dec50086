import type { Outgoing, TimeLimit } from '../../model/outgoing.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, enclosingFunction, keyName, memberName, unwrap } from '../../syntax/nodes.js';
import { type Binding, findVariable, getBinding } from '../bindings.js';
import { denote } from '../entities.js';
import { alternatives, argumentAt, constantOf, follow } from '../values.js';
import { fileOf, sourceText } from '../../model/file.js';

const SET: TimeLimit = { state: 'set' };
const NONE: TimeLimit = { state: 'none' };
const UNKNOWN: TimeLimit = { state: 'unknown' };

/** The limit that a call's own options set. */
export function limitInOptions({ node, row, options }: Pick<Outgoing, 'node' | 'row' | 'options'>): TimeLimit {
  if (node.arguments.some((argument) => argument.type === 'SpreadElement')) return UNKNOWN;
  // `got({ url, timeout })` and `got({ url }, { timeout })`: every place for options counts.
  const places = row.options.flatMap((position) => node.arguments[Number(position)] ?? []);
  let answer: TimeLimit = NONE;
  for (const place of places) {
    if (place !== options && unwrap(place).type !== 'ObjectExpression') continue;
    const limit = limitIn(place, row.limits);
    if (limit.state === 'set') return SET;
    if (limit.state !== 'none') answer = limit;
  }
  return answer;
}

/** The limit that an options expression sets under one of the names. */
export function limitIn(options: Node, names: readonly string[]): TimeLimit {
  let answer: TimeLimit = NONE;
  for (const name of names) {
    const limit = limitAt(options, name);
    if (limit.state === 'set') return SET;
    if (limit.state === 'caller' || answer.state === 'none') answer = limit;
  }
  return answer.state === 'unknown' ? (fromParameter(options, names) ?? UNKNOWN) : answer;
}

function limitAt(options: Node, path: string): TimeLimit {
  const [name, inner] = path.split('.') as [string, string | undefined];
  const given = argumentAt({ arguments: [options as TSESTree.Expression] }, `0.${name}`);
  if (given === 'absent') return NONE;
  if (given === 'unknown') return UNKNOWN;
  if (inner !== undefined || /^(?:dispatcher|agent|requestHandler)$/.test(name)) return limitOfAgent(given);
  return name === 'signal' ? limitOfSignal(given) : limitOfValue(given);
}

/** A number of milliseconds or an object of such; 0, false and Infinity bound nothing. */
function limitOfValue(node: Node): TimeLimit {
  const constant = constantOf(node);
  if (constant === 0 || constant === false || constant === null) return NONE;
  if (constant !== undefined) return SET;
  const value = follow(node);
  if (value.type === 'Identifier' && /^(?:undefined|Infinity)$/.test(value.name)) return NONE;
  return ofParameter(value) ?? SET;
}

function limitOfSignal(node: Node): TimeLimit {
  const values = alternatives(node);
  const given = values.filter((value) => !isNothing(value));
  if (given.length === 0) return NONE;
  if (given.every(isNeverAborted)) return NONE;
  const written = follow(node);
  if (given.length < values.length && written.type === 'ConditionalExpression') {
    // `signal: ms ? AbortSignal.timeout(ms) : undefined`: as bounded as the callers make it.
    const tested = ofParameter(unwrap(written.test));
    if (tested) return tested;
  }
  return given.length === 1 ? (ofParameter(given[0]!) ?? SET) : SET;
}

const isNothing = (value: Node): boolean =>
  (value.type === 'Identifier' && value.name === 'undefined') || (value.type === 'Literal' && value.value === null);

/** `controller.signal` of a controller that nobody aborts and nobody else is given. */
function isNeverAborted(value: Node): boolean {
  const controller = value.type === 'MemberExpression' && memberName(value) === 'signal' ? unwrap(value.object) : null;
  const made = controller && follow(controller);
  if (made?.type !== 'NewExpression' || calleeName(made) !== 'AbortController') return false;
  if (controller!.type !== 'Identifier') return false;
  const references = findVariable(controller!)?.references ?? [];
  return references.every(({ identifier, init }) => {
    const member = (identifier as Node).parent;
    return init === true || (member?.type === 'MemberExpression' && memberName(member) === 'signal');
  });
}

const AGENT_LIMITS = /\b(?:timeout|headersTimeout|bodyTimeout|requestTimeout|socketTimeout|connectTimeout)\b/;

/** An agent, dispatcher or request handler: by the options that it is made with. */
function limitOfAgent(node: Node): TimeLimit {
  const value = follow(node);
  const given = value.type === 'NewExpression' || value.type === 'CallExpression' ? value.arguments : [value];
  if (isNothing(value)) return NONE;
  const objects = given.map((argument) => follow(argument));
  if (value.type === 'NewExpression' && !objects.some((object) => object.type === 'ObjectExpression')) {
    // `new HttpsProxyAgent(url)` bounds nothing; options from elsewhere may.
    return objects.every((object) => isAddress(object) || constantOf(object) !== undefined) ? NONE : UNKNOWN;
  }
  const known = objects.filter((object) => object.type === 'ObjectExpression');
  if (known.length === 0) return value.type === 'CallExpression' ? limitOfMadeAgent(value) : UNKNOWN;
  const file = fileOf(value);
  return known.some((object) => AGENT_LIMITS.test(file.text.slice(...object.range))) ? SET : NONE;
}

/** An agent that a function gives: one of a package's own (proxies, filters) bounds nothing unless told to. */
function limitOfMadeAgent(call: TSESTree.CallExpression): TimeLimit {
  const callee = denote(call.callee);
  if (callee?.kind === 'export') return NONE;
  if (callee?.kind !== 'function') return UNKNOWN;
  return AGENT_LIMITS.test(sourceText(callee.node)) ? SET : NONE;
}

const isAddress = (node: Node): boolean =>
  node.type === 'TemplateLiteral' || /ur[il]|proxy/i.test(node.type === 'Identifier' ? node.name : '');

/** The parameter that a value is, or is a member of; null where it is none, or has a default. */
function ofParameter(value: Node): TimeLimit | null {
  const found = findParameter(value);
  if (!found || found.binding.fallback) return null;
  const { binding, steps } = found;
  return {
    state: 'caller',
    fn: binding.fn,
    position: [binding.index, ...steps.slice(0, -1)].join('.'),
    names: steps.slice(-1),
  };
}

/** The parameter from which options come: `fetch(url, init)`, `fetch(url, { ...init, headers })`. */
function fromParameter(options: Node, names: readonly string[]): TimeLimit | null {
  const sources: Node[] = [];
  for (const value of alternatives(options)) {
    if (value.type === 'ObjectExpression') {
      for (const property of value.properties) {
        if (property.type === 'SpreadElement') sources.push(...alternatives(property.argument));
        else if (keyName(property.key, property.computed) === null) return null;
      }
    } else sources.push(value);
  }
  let answer: TimeLimit | null = null;
  for (const source of sources) {
    if (source.type === 'ObjectExpression' || isNothing(source)) continue;
    const found = parameterOf(source, names);
    // Two sources that can't be told: nothing can be.
    if (!found || answer) return null;
    answer = found;
  }
  return answer;
}

function parameterOf(source: Node, names: readonly string[]): TimeLimit | null {
  const found = findParameter(source);
  if (!found || found.binding.fn !== ownerOf(source, found.binding.fn)) return null;
  const { binding, steps } = found;
  return { state: 'caller', fn: binding.fn, position: [binding.index, ...steps].join('.'), names };
}

/** The parameter at the bottom of `options.http.timeout`, with the way from it; null where a step isn't known. */
function findParameter(
  value: Node,
): { readonly binding: Extract<Binding, { kind: 'parameter' }>; readonly steps: readonly string[] } | null {
  const path: string[] = [];
  let node = unwrap(value);
  while (node.type === 'MemberExpression') {
    const name = memberName(node);
    if (name === null) return null;
    path.unshift(name);
    node = unwrap(node.object);
  }
  const binding = node.type === 'Identifier' ? getBinding(node) : null;
  if (binding?.kind !== 'parameter') return null;
  return { binding, steps: [...binding.path, ...path].filter((step) => step !== '...') };
}

/** The function itself where `node` stands in it, nested functions included. */
function ownerOf(node: Node, fn: FunctionNode): FunctionNode | null {
  for (let up = enclosingFunction(node); up; up = enclosingFunction(up)) if (up === fn) return fn;
  return null;
}
