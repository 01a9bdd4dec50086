import type { TSESTree } from '@typescript-eslint/utils';

import { sourceText } from '../model/file.js';
import type { FunctionNode, Node } from '../syntax/ast.js';
import { calleeName, memberName, receiverOf, unwrap } from '../syntax/nodes.js';
import { allReturns } from '../syntax/walk.js';
import { findVariable } from './bindings.js';
import { isFromTypes, judge, type Judging } from './closed.js';
import { isClosedElement } from './closed-lists.js';
import { isClosedParse } from './closed-schemas.js';
import { isClosedType } from './closed-types.js';
import { denote, findCalled, libraryOf, rowOf } from './entities.js';
import { SQL_ESCAPERS } from './sql-escapers.js';
import { constantOf, follow } from './values.js';

/** Functions that give a number, whatever they are given. */
const NUMBERS = /^(?:Number|parseInt|parseFloat|BigInt|Boolean)$/;
/** Methods that only numbers and dates have, or that give a number. */
const NUMERIC_METHODS =
  /^(?:getTime|now|toISOString|toFixed|toPrecision|toExponential|indexOf|lastIndexOf|findIndex|charCodeAt|codePointAt|get(?:UTC)?(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)|getTimezoneOffset|hrtime|uptime|toUnixInteger|toMillis|unix|toISODate|toSQLDate|toSQL|countDocuments)$/;
/** Ids and digests that the code makes itself. */
const MADE =
  /^(?:randomUUID|randomBytes|randomString|randomInt|nanoid|customAlphabet|uuid|uuidv?[1-7]|v[147]|ulid|cuid2?|createId|digest|generateId)$/;
/** The same, meant as SQL only on a client or a module of that kind. */
const CLIENT_ESCAPERS =
  /^(?:escape|format|ref|identifier|ident|literal|id|table|quote|raw|toQuery|toString|val|lit|string)$/;
const ESCAPING_MODULES =
  /^(?:pg-format|sqlstring|mysql2?(?:\/promise)?|pg|pg-escape|@databases\/.*|sequelize|mariadb|slonik)$/;
const CLIENT_NAMES =
  /(?:^|\.)(?:my)?(?:sql|mysql2?|conn(?:ection)?|pool|db|database|sequelize|sqlstring|client|knex|dialect|platform|driver|pgp|pg)$/i;
/** Texts of one's own that keep what they are made of. */
const KEEPING =
  /^(?:toString|trim|trimEnd|trimStart|toLowerCase|toUpperCase|slice|substring|substr|padStart|padEnd|repeat|normalize|at|charAt|valueOf|concat|replace|replaceAll|join|pop|shift|toLocaleLowerCase|toLocaleUpperCase)$/;

/** Whether what a call gives is closed. */
export function isClosedCall(call: TSESTree.CallExpression, at: Judging): boolean {
  const name = calleeName(call) ?? '';
  const receiver = receiverOf(call);
  if (!receiver && NUMBERS.test(name)) return true;
  if (receiver?.type === 'Identifier' && /^(?:Math|Number|BigInt|Date|performance)$/.test(receiver.name)) return true;
  if (isEnvironmentRead(call, name, receiver)) return true;
  const fn = findCalled(call);
  if (!fn && receiver && NUMERIC_METHODS.test(name)) return true;
  if (MADE.test(name) || SQL_ESCAPERS.test(name) || (!fn && isClientEscape(call, name, receiver))) return true;
  // A raw piece is a door of its own, and is reported there.
  if (rowOf(denote(call.callee))?.sql) return true;
  if (fn && (isClosedFunction(fn, call, at) || isOfConstants(fn, call, name))) return true;
  if (isClosedParse(call, at)) return true;
  if (!receiver) return name === 'String' ? !call.arguments[0] || judge(call.arguments[0], at) : isFromTypes(call);
  return isClosedMethod(call, name, receiver, at) || isFromTypes(call);
}

function isClosedMethod(call: TSESTree.CallExpression, name: string, receiver: Node, at: Judging): boolean {
  if (name === 'get' && (isClosedMap(receiver, at) || isClosedAddress(receiver, at))) return true;
  if (name === 'join') return (!call.arguments[0] || judge(call.arguments[0], at)) && isClosedElement(receiver, [], at);
  if ((name === 'replace' || name === 'replaceAll') && isCleaning(call)) return true;
  // `tables.map(…)` put into text as it is: a list joined by commas.
  if (name === 'map' || name === 'filter' || name === 'keys' || name === 'values') return isClosedElement(call, [], at);
  if (/^(?:at|pop|shift|find|slice)$/.test(name) && isClosedElement(receiver, [], at)) return true;
  // A date written in a form of the code's own.
  if (name === 'format' && call.arguments.length > 0 && call.arguments.every((each) => constantOf(each) !== undefined))
    return true;
  if (name === 'stringify' || name === 'fromEntries') return !!call.arguments[0] && judge(call.arguments[0], at);
  if (!KEEPING.test(name)) return false;
  return (
    judge(receiver, at) &&
    call.arguments.every(
      (argument) => argument.type !== 'SpreadElement' && (isPattern(argument) || judge(argument, at)),
    )
  );
}

const isPattern = (node: Node): boolean => node.type === 'Literal' && 'regex' in node;

/** `config.get('DB_SCHEMA')`, `Deno.env.get('X')`: the deployment's own values. */
function isEnvironmentRead(call: TSESTree.CallExpression, name: string, receiver: Node | null): boolean {
  if (!receiver || !/^(?:get|getOrThrow|getString|required?)$/.test(name)) return false;
  const text = sourceText(receiver);
  return (
    /(?:^|\.)(?:env|config|configService|configuration)$/i.test(text) &&
    call.arguments[0] !== undefined &&
    constantOf(call.arguments[0]) !== undefined
  );
}

function isClientEscape(call: TSESTree.CallExpression, name: string, receiver: Node | null): boolean {
  const entity = denote(call.callee);
  if (entity?.kind === 'export') {
    if (entity.module === 'global') return false;
    if (!ESCAPING_MODULES.test(entity.module))
      return name !== 'raw' && CLIENT_ESCAPERS.test(name) && libraryOf(entity)?.kind === 'data';
    // `pg-format` is itself the function; `util.format` isn't meant.
    return (
      entity.path.length === 0 || entity.path.at(-1) === 'default' || (name !== 'raw' && CLIENT_ESCAPERS.test(name))
    );
  }
  if (!receiver) return false;
  // What a builder writes has its values bound or quoted: `knex.ref(x).toQuery()`, `subQuery.getQuery()`.
  const owner = denote(receiver);
  const isData = owner?.kind === 'instance' && owner.type.library.kind === 'data';
  if (/^(?:getQuery|getSql|toSQL|toQuery|toString|getParameters|clone|as|distance|getTableName)$/.test(name))
    return isData || isClientEscapeCall(receiver);
  if (!CLIENT_ESCAPERS.test(name) || name === 'raw') return false;
  if (isData) return true;
  return owner === null && CLIENT_NAMES.test(sourceText(receiver));
}

function isClientEscapeCall(node: Node): boolean {
  const call = unwrap(node);
  return (
    call.type === 'CallExpression' &&
    (SQL_ESCAPERS.test(calleeName(call) ?? '') || isClientEscape(call, calleeName(call) ?? '', receiverOf(call)))
  );
}

/** `resolveColumn('projectId')`: what a function makes of constants is the program's own, unless it fetches something. */
const isOfConstants = (fn: FunctionNode, call: TSESTree.CallExpression, name: string): boolean =>
  !fn.async &&
  !/^(?:get|load|fetch|read|find|query|select|input|ask|param)(?![a-z])/.test(name) &&
  call.arguments.length > 0 &&
  call.arguments.every((argument) => argument.type !== 'SpreadElement' && constantOf(argument) !== undefined);

/** A function of the project: closed where it says so or everything that it gives back is. */
function isClosedFunction(fn: FunctionNode, call: TSESTree.CallExpression, at: Judging): boolean {
  if (isClosedType(fn.returnType?.typeAnnotation)) return true;
  const returned = allReturns(fn);
  if (returned.length === 0 || at.open.has(fn)) return false;
  const frame = new Map(at.frame);
  for (const [index, parameter] of fn.params.entries()) {
    const argument = call.arguments[index];
    const id = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    const given = argument ?? (parameter.type === 'AssignmentPattern' ? parameter.right : undefined);
    const variable = id.type === 'Identifier' ? findVariable(id) : null;
    if (variable && given && given.type !== 'SpreadElement') frame.set(variable, given);
  }
  at.open.add(fn);
  try {
    return returned.every((each) => judge(each, { frame, open: at.open }));
  } finally {
    at.open.delete(fn);
  }
}

/** `url.searchParams` of an address that is itself closed. */
function isClosedAddress(node: Node, at: Judging): boolean {
  const value = follow(node);
  const url = follow(value.type === 'MemberExpression' && memberName(value) === 'searchParams' ? value.object : value);
  return url.type === 'NewExpression' && /^URL(?:SearchParams)?$/.test(calleeName(url) ?? '') && judge(url, at);
}

/** `new Map([['name', 'u.name']])`. */
function isClosedMap(node: Node, at: Judging): boolean {
  const map = follow(node);
  return (
    map.type === 'NewExpression' &&
    calleeName(map) === 'Map' &&
    map.arguments[0] !== undefined &&
    isClosedElement(map.arguments[0], ['1'], at) &&
    isClosedElement(node, ['1'], at)
  );
}

/** `.replace(/[^a-z0-9_]/gi, '')` leaves only harmless characters; `.replace(/'/g, "''")` escapes a quoted value. */
function isCleaning(call: TSESTree.CallExpression): boolean {
  const [pattern, replacement] = call.arguments;
  if (!pattern || !replacement) return false;
  const text = constantOf(replacement);
  if (pattern.type === 'Literal' && 'regex' in pattern) {
    const { pattern: source, flags } = pattern.regex;
    if (!flags.includes('g')) return false;
    if (source === "'" || source === '"' || source === '`') return text === source + source;
    return (
      (/^\[\^(?:\\w|\\d|[\w.-])+\]\+?$/.test(source) && typeof text === 'string' && /^[\w.-]*$/.test(text)) ||
      (/^\\W\+?$/.test(source) && typeof text === 'string' && /^\w*$/.test(text))
    );
  }
  return (
    memberName(call.callee as TSESTree.MemberExpression) === 'replaceAll' &&
    (constantOf(pattern) === "'" ? text === "''" : constantOf(pattern) === '"' && text === '""')
  );
}
