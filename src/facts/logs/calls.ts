import { levelOf } from '../../libraries/logging/rows.js';
import type { Entity } from '../../model/entity.js';
import { fileOf, type BackendFile } from '../../model/file.js';
import type { LogCall, LogWrapper } from '../../model/log.js';
import type { LogForm, LogLevel, LogRow } from '../../model/rows/logging.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isInside, literalText, memberName, receiverOf, unwrap } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { getBinding } from '../bindings.js';
import { denote, libraryOf, proofOf, rowOf } from '../entities.js';
import { namesFor } from '../scope.js';
import { constantOf } from '../values.js';
import { allCarried } from './carried.js';

/** Names by which loggers are known where nothing better is: `logger`, `this.log`, `ctx.auditLogger`; not `dialog`. */
const LOGGER_NAME = /^[_#$]?(?:log|logger|LOG|LOGGER|Log|Logger)$|(?:[a-z\d]Log|Logger|_logger|_log)$/;
/** Names of methods that log, for candidates. */
const METHODS = [
  'trace',
  'silly',
  'debug',
  'verbose',
  'info',
  'log',
  'http',
  'notice',
  'success',
  'warn',
  'warning',
  'error',
  'crit',
  'critical',
  'alert',
  'emerg',
  'fatal',
] as const;

/** Every line that a file logs, in the order of the code. */
export const logsOf = (file: BackendFile): readonly LogCall[] => file.memo(findLogs);

function findLogs(file: BackendFile): LogCall[] {
  const names = new Set<string>([...METHODS, ...namesFor(file, 'log')]);
  names.delete('');
  const found: LogCall[] = [];
  for (const name of names)
    for (const call of file.index.calls.get(name) ?? []) {
      const log = logAt(call);
      if (log) found.push(log);
    }
  // `debug('app:users')` gives a function, called by the name of its variable.
  if (/['"]debug['"]/.test(file.text))
    for (const [name, calls] of file.index.calls)
      if (!names.has(name) && /debug|log/i.test(name))
        for (const call of calls) {
          const log = call.callee.type === 'Identifier' ? logAt(call) : null;
          if (log?.library === 'debug') found.push(log);
        }
  return found.sort((a, b) => a.call.range[0] - b.call.range[0]);
}

const known = new WeakMap<TSESTree.CallExpression, LogCall | null>();

/** The line that a call logs, or null for calls that log nothing. */
export function logAt(call: TSESTree.CallExpression): LogCall | null {
  const memo = known.get(call);
  if (memo !== undefined) return memo;
  // A wrapper that calls itself logs nothing that we know of.
  known.set(call, null);
  const log = findLog(call);
  known.set(call, log);
  return log;
}

function findLog(call: TSESTree.CallExpression): LogCall | null {
  const callee = denote(call.callee);
  const row = rowOf(callee)?.log;
  if (row && callee) return ofLibrary(call, row, callee);
  if (callee?.kind === 'function') return ofWrapper(call, callee.node);
  if (callee?.kind === 'method' || callee?.kind === 'instance' || callee?.kind === 'class') return null;
  return byName(call);
}

function ofLibrary(call: TSESTree.CallExpression, row: LogRow, callee: Entity): LogCall | null {
  const named = row.level === 'argument' ? call.arguments[0] : undefined;
  if (row.level === 'argument' && !named) return null;
  const level = row.level === 'argument' ? (levelIn(named!) ?? 'info') : row.level;
  const values = named ? call.arguments.slice(1) : call.arguments;
  const library = libraryOf(callee)?.name ?? null;
  // winston's `log({ level, message, … })`.
  const isEntry = named !== undefined && unwrap(named).type === 'ObjectExpression';
  const given = isEntry ? call.arguments : values;
  return {
    call,
    level,
    library,
    form: row.form,
    values: given,
    message: messageOf(given, row.form),
    logger: callee.kind === 'method' ? callee.owner : callee.kind === 'instance' ? callee : null,
    wrapper: null,
    proof: proofOf(callee),
  };
}

function levelIn(node: Node): LogLevel | null {
  const name = constantOf(node);
  return typeof name === 'string' ? levelOf(name) : null;
}

/** The text among the arguments: the first, or after fields the second. */
function messageOf(values: readonly Node[], form: LogForm | null): Node | null {
  const [first, second] = values;
  if (first && isText(first)) return first;
  if (form !== null && form !== 'fields-first') return null;
  return second && isText(second) ? second : null;
}

/** Whether an expression is a text by its form. */
export function isText(node: Node): boolean {
  const value = unwrap(node);
  if (value.type === 'TemplateLiteral' || literalText(value) !== null) return true;
  if (value.type === 'BinaryExpression') return value.operator === '+' && (isText(value.left) || isText(value.right));
  if (value.type === 'MemberExpression') return memberName(value) === 'message' || memberName(value) === 'stack';
  if (value.type === 'CallExpression')
    return /^(?:stringify|toString|String|format|inspect|join)$/.test(calleeName(value) ?? '');
  return typeof constantOf(value) === 'string';
}

/** A logger that something unknown hands in: `ctx.logger.error(…)`, by the names of the receiver and the method. */
function byName(call: TSESTree.CallExpression): LogCall | null {
  const receiver = receiverOf(call);
  const level = levelOf(calleeName(call) ?? '');
  if (!receiver || level === null || !LOGGER_NAME.test(nameOf(receiver) ?? '')) return null;
  const guessed = fileOf(call).memo(loggerOfPackage);
  return {
    call,
    level,
    library: guessed?.library ?? null,
    form: guessed?.form ?? null,
    values: call.arguments,
    message: messageOf(call.arguments, guessed?.form ?? null),
    logger: null,
    wrapper: null,
    proof: 'name',
  };
}

/** `logger` of `ctx.logger`, `getLogger()`, `c.get('logger')`. */
function nameOf(node: Node): string | null {
  const value = unwrap(node);
  if (value.type === 'Identifier') return value.name;
  if (value.type === 'MemberExpression') return memberName(value);
  if (value.type !== 'CallExpression') return null;
  const key = value.arguments[0] ? literalText(value.arguments[0]) : null;
  const name = calleeName(value);
  return name === 'get' ? key : (name?.replace(/^(?:get|use|create|child)(?=L)/, '') ?? null);
}

/** The one logging library that a package depends on: whose logger a name like `ctx.logger` most likely is. */
function loggerOfPackage(file: BackendFile): { library: string; form: LogForm } | null {
  const owner = file.project.findPackage(file.path);
  if (!owner) return null;
  const found = FORMS.filter(([name]) => owner.hasDependency(name));
  return found.length === 1 ? { library: found[0]![1], form: found[0]![2] } : null;
}

const FORMS: readonly (readonly [dependency: string, library: string, form: LogForm])[] = [
  ['pino', 'pino', 'fields-first'],
  ['hono-pino', 'hono-pino', 'fields-first'],
  ['bunyan', 'bunyan', 'fields-first'],
  ['winston', 'winston', 'message-first'],
  ['consola', 'consola', 'values'],
  ['tslog', 'tslog', 'values'],
  ['log4js', 'log4js', 'values'],
];

function ofWrapper(call: TSESTree.CallExpression, fn: FunctionNode): LogCall | null {
  const wrapper = wrapperOf(fn);
  if (!wrapper || wrapper.logged.size === 0) return null;
  const values = call.arguments.filter((_, index) => wrapper.logged.has(index) || wrapper.logged.has(-1));
  return {
    call,
    level: levelOf(calleeName(call) ?? '') ?? wrapper.inner.level,
    library: wrapper.inner.library,
    form: null,
    values,
    message: values.find(isText) ?? null,
    logger: wrapper.inner.logger,
    wrapper,
    proof: wrapper.inner.proof,
  };
}

const wrappers = new WeakMap<FunctionNode, LogWrapper | null>();

/** What a function of the project logs of its parameters, or null for functions that log none of them. */
export function wrapperOf(fn: FunctionNode): LogWrapper | null {
  const memo = wrappers.get(fn);
  if (memo !== undefined) return memo;
  wrappers.set(fn, null);
  const wrapper = findWrapper(fn);
  wrappers.set(fn, wrapper);
  return wrapper;
}

/** A logger's method is short; a long function that also logs is work of its own. */
const MAX_LENGTH = 2500;

function findWrapper(fn: FunctionNode): LogWrapper | null {
  const file = fileOf(fn);
  if (fn.params.length === 0 || fn.range[1] - fn.range[0] > MAX_LENGTH) return null;
  for (const name of METHODS)
    for (const call of file.index.calls.get(name) ?? []) {
      if (!isInside(call, fn)) continue;
      const inner = logAt(call);
      if (!inner) continue;
      const logged = new Set(inner.values.flatMap((value) => allParameters(value, fn)));
      if (logged.size === 0) continue;
      const passed = new Set(
        inner.values
          .flatMap((value) => allCarried(value))
          .flatMap(({ node }) => (node.type === 'Identifier' ? (positionOf(node, fn) ?? []) : [])),
      );
      return { fn, inner, passed, logged };
    }
  return null;
}

/** The positions of the parameters that an expression mentions; -1 for a rest parameter. */
const allParameters = (node: Node, fn: FunctionNode): number[] =>
  allOf(node, ['Identifier']).flatMap((id) => positionOf(id, fn) ?? []);

function positionOf(id: TSESTree.Identifier, fn: FunctionNode): number | null {
  const binding = getBinding(id);
  if (binding.kind === 'value' && binding.constant && binding.init) {
    // `const fullMessage = context ? `${context} ${message}` : message`.
    const inner = allOf(binding.init, ['Identifier']).find(
      (each) => each.name !== id.name && positionOf(each, fn) !== null,
    );
    return inner && isInside(binding.init, fn) ? positionOf(inner, fn) : null;
  }
  if (binding.kind !== 'parameter' || binding.fn !== fn) return null;
  return fn.params[binding.index]?.type === 'RestElement' ? -1 : binding.index;
}
