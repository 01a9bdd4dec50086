import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, enclosingFunction, isFunction, keyName, literalText, unwrap } from '../../syntax/nodes.js';
import { allOf, allReturns } from '../../syntax/walk.js';
import { moduleOf } from '../guard-names.js';
import { peel } from '../steps.js';
import { alternatives, constantOf, follow, propertyIn, textOf } from '../values.js';
import { RECOGNISERS } from './recognisers.js';

/** What is wrong with a CORS setting. */
export interface CorsFault {
  readonly kind: 'any-with-credentials' | 'reflected' | 'pattern' | 'null' | 'any';
  /** The smallest place that would be changed. */
  readonly node: Node;
}

const MODULES = new Set(RECOGNISERS.cors.modules);
/** Without an `origin`, these answer with the origin that asks. */
const REFLECTS = new Set(['@koa/cors', 'koa2-cors', '@elysiajs/cors']);

/** The faults of a file's CORS settings: of the packages, of Nest, of socket.io, and of headers set by hand. */
export const corsFaultsOf = (file: BackendFile): readonly CorsFault[] => file.memo(findFaults);

function findFaults(file: BackendFile): CorsFault[] {
  if (!/cors|access-control/i.test(file.text)) return [];
  return allFaults(file).filter(({ kind, node }) => !isOutsideProduction(node) && (kind !== 'any' || isForAll(node)));
}

/** Given to the whole application, not to one route or under a path, where "everyone" is meant. */
function isForAll(node: Node): boolean {
  if (node.type !== 'CallExpression') return node.type === 'Property' || node.type === 'Literal';
  if (/^(?:enableCors|register)$/.test(calleeName(node) ?? '')) return true;
  const outer = node.parent.type === 'CallExpression' ? node.parent : null;
  if (!outer || calleeName(outer) !== 'use') return false;
  const path = outer.arguments[0] === node ? '' : textOf(outer.arguments[0]!);
  return path !== null && /^(?:\/?\*?)$/.test(path) && outer.arguments.length <= 2;
}

function allFaults(file: BackendFile): CorsFault[] {
  const found: CorsFault[] = [];
  for (const [name, calls] of file.index.calls)
    for (const call of calls) {
      if (/^(?:setHeader|header|set|append|appendHeader|appendResponseHeader|setResponseHeader)$/.test(name))
        found.push(...headerFaults(call));
      else found.push(...settingFaults(call, name));
    }
  for (const made of file.index.news)
    if (calleeName(made) === 'Server') found.push(...nestedFaults(made.arguments[1] ?? made.arguments[0] ?? null));
  for (const object of file.index.objects) found.push(...objectHeaderFaults(object));
  return found;
}

/** `cors({…})`, `app.register(cors, {…})`, `app.enableCors({…})`, `NestFactory.create(AppModule, { cors: {…} })`. */
function settingFaults(call: TSESTree.CallExpression, name: string): CorsFault[] {
  const [first, second] = call.arguments;
  if (name === 'enableCors') return optionFaults(first ?? null, call, '');
  if (name === 'create') return nestedFaults(second ?? null);
  if (name === 'register' && first) {
    const module = moduleOf(first) ?? '';
    return MODULES.has(module) ? optionFaults(second ?? null, call, module) : [];
  }
  const module = moduleOf(call.callee);
  return module !== null && MODULES.has(module) && !isHandedOn(call) ? optionFaults(first ?? null, call, module) : [];
}

/** `cors.something()`. */
const isHandedOn = (call: TSESTree.CallExpression): boolean =>
  unwrap(call.callee).type === 'MemberExpression' && calleeName(call) !== 'default';

/** An object whose `cors` holds the settings: socket.io's, Nest's, Apollo's. */
function nestedFaults(node: Node | null): CorsFault[] {
  const value = node && follow(node);
  const cors = value?.type === 'ObjectExpression' ? propertyIn(value, 'cors') : null;
  if (!cors || cors === 'unknown') return [];
  return constantOf(cors) === true ? optionFaults(null, cors, '') : optionFaults(cors, cors, '');
}

/** Options of another file are reported where this one hands them over. */
const optionFaults = (given: Node | null, site: Node, module: string): CorsFault[] =>
  faultsIn(given, site, module).map((fault) =>
    sameFile(fault.node, site) ? fault : { ...fault, node: given ?? site },
  );

function faultsIn(given: Node | null, site: Node, module: string): CorsFault[] {
  const options = given && objectOf(given);
  if (given && !options) return [];
  const option = (name: string): Node | null | 'unknown' => (options ? propertyIn(options, name) : null);
  const origin = option('origin');
  const credentials = option('credentials');
  if (origin === 'unknown') return [];
  const withCredentials =
    credentials === null ? module === '@elysiajs/cors' : credentials !== 'unknown' && isTrue(credentials);
  if (!origin) {
    if (REFLECTS.has(module) && withCredentials)
      return [{ kind: 'reflected', node: credentials && credentials !== 'unknown' ? keyOf(credentials) : site }];
    return withCredentials
      ? [{ kind: 'any-with-credentials', node: credentials && credentials !== 'unknown' ? keyOf(credentials) : site }]
      : [{ kind: 'any', node: site }];
  }
  return isForDevelopment(origin) ? [] : originFaults(origin, withCredentials, site);
}

const keyOf = (value: Node): Node => (value.parent?.type === 'Property' ? value.parent : value);

const isTrue = (node: Node): boolean => alternatives(node).some((each) => constantOf(each) === true);

/** The options as an object: itself, what a function of one's own gives back, a delegate's. */
function objectOf(node: Node): TSESTree.ObjectExpression | null {
  const value = follow(node);
  if (value.type === 'ObjectExpression') return value;
  return alternatives(node).find((each): each is TSESTree.ObjectExpression => each.type === 'ObjectExpression') ?? null;
}

/** `origin: isProduction ? list : true` is a choice that someone made. */
function isForDevelopment(node: Node): boolean {
  const value = follow(node);
  return value.type === 'ConditionalExpression' && /prod|dev|env|test|local/i.test(sourceText(value.test));
}

/** In a branch that production does not take: `if (isProduction) {…} else { … }`, `if (NODE_ENV === 'development')`. */
function isOutsideProduction(node: Node): boolean {
  for (let inner: Node = node, up = node.parent; up; inner = up, up = up.parent) {
    if (up.type !== 'IfStatement' || inner === up.test) continue;
    const test = sourceText(up.test);
    const isOfProduction = /prod/i.test(test);
    if (!isOfProduction && !/\bdev|develop|local|isTest|['"]test['"]/i.test(test)) continue;
    const isDenied = /!\s*\(?[\w.]*(?:prod|dev|local|test)|!==?\s*['"]/i.test(test);
    if ((inner === up.consequent) === (isOfProduction === isDenied)) return true;
  }
  return false;
}

function originFaults(origin: Node, withCredentials: boolean, site: Node): CorsFault[] {
  return alternatives(origin).flatMap((value): CorsFault[] => {
    const at = sameFile(value, site) ? value : origin;
    const constant = constantOf(value);
    if (constant === '*')
      return [{ kind: withCredentials ? 'any-with-credentials' : 'any', node: withCredentials ? at : site }];
    if (constant === true) return [{ kind: withCredentials ? 'reflected' : 'any', node: withCredentials ? at : site }];
    if (constant === 'null') return [{ kind: 'null', node: at }];
    if (value.type === 'Literal' && 'regex' in value)
      return isLoosePattern(value.regex.pattern) ? [{ kind: 'pattern', node: at }] : [];
    if (value.type === 'NewExpression' && calleeName(value) === 'RegExp') {
      const pattern = value.arguments[0] && textOf(value.arguments[0]);
      return pattern != null && isLoosePattern(pattern) ? [{ kind: 'pattern', node: at }] : [];
    }
    if (value.type === 'ArrayExpression')
      return value.elements.flatMap((each) =>
        each && each.type !== 'SpreadElement' ? originFaults(each, withCredentials, site) : [],
      );
    const fn = isFunction(value) ? value : peel(value).fn;
    return fn ? functionFaults(fn, withCredentials) : [];
  });
}

const sameFile = (a: Node, b: Node): boolean => fileOf(a) === fileOf(b);

/** A pattern of origins that takes others: open at an end, or with a dot that is any character. */
export function isLoosePattern(pattern: string): boolean {
  const body = pattern.replaceAll(/\[[^\]]*\]/g, 'c').replaceAll('\\/', '/');
  if (!body.startsWith('^') && !/^https?:\/\//.test(body)) {
    // `/\.example\.com$/` is closed by its dot and its end.
    if (!/^\\\.[\w\\.-]+\$$/.test(body)) return true;
  }
  if (!body.startsWith('^') && /^https?/.test(body)) return true;
  if (!/\$$/.test(body) || body.endsWith('\\$')) return true;
  // A dot between letters that nothing escapes: `example.com` takes `exampleXcom`.
  return (
    /(?<!\\)[\w)]\.(?![*+?{])\w/.test(body) ||
    /(?<!\\)\.(?:com|org|net|io|dev|app|co)\b/.test(body) ||
    /^\^(?:https\??:\/\/)?(?:\(\?:)?\.[*+]\w/.test(body)
  );
}

/** `(origin, callback) => callback(null, true)`, `(origin) => origin`: answers everyone with their own origin. */
function functionFaults(fn: FunctionNode, withCredentials: boolean): CorsFault[] {
  const first = fn.params[0];
  const name = first?.type === 'Identifier' ? first.name : null;
  const found: CorsFault[] = [];
  for (const call of allOf(fn, ['CallExpression'])) {
    const callee = unwrap(call.callee);
    if (callee.type !== 'MemberExpression' || !call.arguments[0]) continue;
    const method = calleeName(call);
    const text = literalText(call.arguments[0]);
    const isOrigin = callee.object.type === 'Identifier' && callee.object.name === name;
    // `origin.endsWith('example.com')` takes `evilexample.com`; `includes` and `startsWith` take what goes on.
    if (!isOrigin || text === null) continue;
    if (
      (method === 'endsWith' && !/^(?:\.|https?:\/\/)/.test(text)) ||
      method === 'includes' ||
      (method === 'startsWith' && !/(?:\/|:)$/.test(text.replace(/^https?:\/\//, '')))
    )
      found.push({ kind: 'pattern', node: call });
  }
  for (const literal of allOf(fn, ['Literal']))
    if ('regex' in literal && isTested(literal, name) && isLoosePattern(literal.regex.pattern))
      found.push({ kind: 'pattern', node: literal });
  if (found.length > 0 || !withCredentials || isChecked(fn)) return found;
  const answers = [
    ...allReturns(fn),
    ...allOf(fn, ['CallExpression'])
      .filter((call) => isCallback(call, fn))
      .flatMap((call) => call.arguments.slice(1)),
  ];
  const reflected = answers.find((answer) => {
    const value = unwrap(answer);
    return (
      constantOf(value) === true ||
      constantOf(value) === '*' ||
      (value.type === 'Identifier' && value.name === name) ||
      (value.type === 'LogicalExpression' && value.left.type === 'Identifier' && value.left.name === name)
    );
  });
  return reflected ? [{ kind: 'reflected', node: reflected }] : [];
}

const isTested = (literal: Node, name: string | null): boolean =>
  name !== null &&
  literal.parent?.type === 'MemberExpression' &&
  literal.parent.parent.type === 'CallExpression' &&
  sourceText(literal.parent.parent).includes(name);

const isCallback = (call: TSESTree.CallExpression, fn: FunctionNode): boolean => {
  const second = fn.params[1];
  return second?.type === 'Identifier' && call.callee.type === 'Identifier' && call.callee.name === second.name;
};

/** Something decides: a condition on a list, a pattern, an equality, a look-up. */
const isChecked = (node: Node): boolean =>
  /\.includes\(|\.has\(|\.test\(|\.some\(|\.match\(|indexOf\(|===|!==|\bawait\b|\.endsWith\(|\.find\(|\bif\s*\(|\bis[A-Z]\w*\(/.test(
    sourceText(node),
  );

const ORIGIN = /^access-control-allow-origin$/i;
const CREDENTIALS = /access-control-allow-credentials['"]?\s*[,:\]]\s*=?\s*['"`]?true/i;

/** `res.setHeader('Access-Control-Allow-Origin', req.headers.origin)` beside credentials. */
function headerFaults(call: TSESTree.CallExpression): CorsFault[] {
  const index = call.arguments.findIndex(
    (argument) => argument.type !== 'SpreadElement' && ORIGIN.test(literalText(argument) ?? ''),
  );
  const value = index < 0 ? undefined : call.arguments[index + 1];
  const around = enclosingFunction(call) ?? fileOf(call).ast;
  return value && CREDENTIALS.test(sourceText(around)) ? valueFaults(value, around) : [];
}

/** The same as an object of headers: `{ 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' }`. */
function objectHeaderFaults(object: TSESTree.ObjectExpression): CorsFault[] {
  for (const property of object.properties)
    if (
      property.type === 'Property' &&
      ORIGIN.test(keyName(property.key, property.computed) ?? '') &&
      CREDENTIALS.test(sourceText(object))
    )
      return valueFaults(property.value, enclosingFunction(object) ?? object);
  return [];
}

function valueFaults(value: Node, around: Node): CorsFault[] {
  return alternatives(value)
    .slice(0, 3)
    .flatMap((each): CorsFault[] => {
      if (constantOf(each) === '*') return [{ kind: 'any-with-credentials', node: value }];
      const isOrigin =
        /\borigin\b|['"]origin['"]/i.test(sourceText(each)) &&
        /header|\breq|\bctx|\bevent|\bc\.|\bget\(/i.test(sourceText(each));
      return isOrigin && !isChecked(around) ? [{ kind: 'reflected', node: value }] : [];
    })
    .slice(0, 1);
}
