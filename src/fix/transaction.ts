import type { TSESLint } from '@typescript-eslint/utils';

import type { Escape } from '../facts/transactions/escapes.js';
import { denote, findInstance } from '../facts/entities.js';
import type { LibraryType } from '../model/entity.js';
import { fileOf } from '../model/file.js';
import type { TransactionScope } from '../model/transaction.js';
import { findProperty, memberName, outward, unwrap, unwrapAwait, wrapped } from '../syntax/nodes.js';
import type { Node, TSESTree } from '../syntax/ast.js';

type Fixer = TSESLint.RuleFixer;
type Edit = TSESLint.RuleFix;
type Fix = (fixer: Fixer) => readonly Edit[];

/** What puts an escaped piece of work into its transaction, and the code that is written; null where it can't be told. */
export interface TransactionFix {
  readonly code: string;
  readonly fix: Fix;
}

/** The edit that makes an escaped call use the transaction. */
export function findTransactionFix(escape: Escape): TransactionFix | null {
  const client = clientOf(escape.scope);
  if (!client) return null;
  switch (escape.how) {
    case 'client':
      return onClient(escape.root, escape.scope, client);
    case 'option':
      return withOption(escape.call, escape.positions[0] ?? '', client);
    case 'argument':
      return asArgument(escape.argument, escape.scope, client);
    case 'missing':
      return withArgument(escape, client);
    case 'function':
      return null;
  }
}

/** What the client is called inside, and the edit that names it where the callback doesn't take it yet. */
interface Client {
  readonly name: string;
  readonly naming: ((fixer: Fixer) => Edit) | null;
}

const USUAL: Readonly<Record<string, string>> = {
  knex: 'trx',
  objection: 'trx',
  kysely: 'trx',
  typeorm: 'manager',
  sequelize: 'transaction',
  mongoose: 'session',
  mongodb: 'session',
};

function clientOf(scope: TransactionScope): Client | null {
  if (scope.client !== null) {
    // A query runner's work is done by its manager.
    const isRunner = scope.type?.id === 'typeorm.QueryRunner';
    return { name: isRunner ? `${scope.client}.manager` : scope.client, naming: null };
  }
  const { body, form, library } = scope;
  if (form !== 'callback' || body.params.length > 0 || body.type !== 'ArrowFunctionExpression') return null;
  const name = USUAL[library.name] ?? 'tx';
  const { text } = fileOf(body);
  const start = body.range[0] + (body.async ? text.slice(body.range[0]).indexOf('(') : 0);
  if (text[start] !== '(' || new RegExp(`\\b${name}\\b`).test(text.slice(...body.range))) return null;
  return { name, naming: (fixer) => fixer.insertTextAfterRange([start, start + 1], name) };
}

/** An edit, with the one that names the client where the callback doesn't take it yet. */
const edits =
  (client: Client, edit: (fixer: Fixer) => Edit | readonly Edit[]): Fix =>
  (fixer) => [...(client.naming ? [client.naming(fixer)] : []), ...[edit(fixer)].flat()];

/** `prisma.user` → `tx.user`, `this.db('users')` → `trx('users')`, `this.users` → `manager.withRepository(this.users)`. */
function onClient(root: Node, { type, library }: TransactionScope, client: Client): TransactionFix | null {
  const { text } = fileOf(root);
  for (let node = root, hops = 0; hops < 6; hops++) {
    const made = findInstance(denote(node))?.type ?? null;
    // Of a client without an annotation only its library is known.
    const isClient = type === null && made?.id === `${library.name}.${library.client ?? ''}`;
    const code = isClient
      ? client.name
      : made && replacementOf(made, type, node, client.name, text.slice(...node.range));
    if (code !== null) return { code, fix: edits(client, (fixer) => fixer.replaceText(node, code)) };
    const parent = outward(node);
    const isLink =
      (parent?.type === 'MemberExpression' && unwrap(parent.object) === unwrap(node)) ||
      (parent?.type === 'CallExpression' && wrapped(node) === parent.callee);
    if (!parent || !isLink) return null;
    node = parent;
  }
  return null;
}

function replacementOf(
  made: LibraryType,
  type: LibraryType | null,
  node: Node,
  client: string,
  source: string,
): string | null {
  // A repository is bound to the manager that made it. https://typeorm.io/docs/advanced-topics/transactions
  if (made.is('typeorm.Repository')) return `${client}.withRepository(${source})`;
  if (type && made.id === type.id) return client;
  if (made.id === 'typeorm.Manager' && type?.id === 'typeorm.QueryRunner') return client;
  // A pool's client, a data source's manager: what is called on the one stands on the other too.
  const parent = outward(node);
  const called = parent?.type === 'MemberExpression' && parent.object === wrapped(node) ? memberName(parent) : null;
  if (!type || called === null || made.library !== type.library || type.row.chain === true) return null;
  const target = type.id === 'typeorm.QueryRunner' ? null : type.findMember(called);
  return target && made.findMember(called) ? client : null;
}

/** Writes `{ transaction }` where a call takes it. */
function withOption(call: TSESTree.CallExpression, position: string, client: Client): TransactionFix | null {
  const [first, name] = position.split('.');
  const index = Number(first);
  if (index < 0 || call.arguments.some((argument) => argument.type === 'SpreadElement')) return null;
  const given = call.arguments[index];
  // Objection takes the transaction itself.
  if (name === undefined) return !given && call.arguments.length === index ? appended(call, client.name, client) : null;
  // An options object handed on whole holds the transaction: `options?: FindOptions`.
  const value = /option|opts/i.test(client.name) ? `${client.name}?.${name}` : client.name;
  const property = value === name ? name : `${name}: ${value}`;
  if (given) {
    const object = unwrap(given);
    return object.type === 'ObjectExpression' ? intoObject(object, property, client) : null;
  }
  if (name === 'session' && findInstance(denote(call))?.type.is('mongoose.Query') === true)
    return call.arguments.length === index
      ? appended(call, `{ ${property} }`, client)
      : {
          code: `.session(${client.name})`,
          fix: edits(client, (fixer) => fixer.insertTextAfter(call, `.session(${client.name})`)),
        };
  if (call.arguments.length !== index) return null;
  // Mongoose's `create(doc, options)` takes the options for a second document; with a list it doesn't.
  const callee = unwrapAwait(call.callee);
  const isCreate = callee.type === 'MemberExpression' && memberName(callee) === 'create' && name === 'session';
  if (isCreate && unwrap(call.arguments[0]!).type !== 'ArrayExpression') return null;
  return appended(call, `{ ${property} }`, client);
}

function intoObject(object: TSESTree.ObjectExpression, property: string, client: Client): TransactionFix {
  const last = object.properties.at(-1);
  const edit = (fixer: Fixer): Edit =>
    last ? fixer.insertTextAfter(last, `, ${property}`) : fixer.replaceText(object, `{ ${property} }`);
  return { code: `{ ${property} }`, fix: edits(client, edit) };
}

function appended(call: TSESTree.CallExpression, code: string, client: Client): TransactionFix {
  const last = call.arguments.at(-1);
  const edit = (fixer: Fixer): Edit =>
    last
      ? fixer.insertTextAfter(last, `, ${code}`)
      : fixer.insertTextBeforeRange([call.range[1] - 1, call.range[1]], code);
  return { code, fix: edits(client, edit) };
}

/** The outer client of an argument becomes the transaction's. */
function asArgument(argument: Node, { type }: TransactionScope, client: Client): TransactionFix | null {
  const made = findInstance(denote(argument))?.type ?? null;
  if (made && type && made.library !== type.library) return null;
  if (made?.is('typeorm.Repository'))
    return {
      code: `${client.name}.withRepository(…)`,
      fix: edits(client, (fixer) => [
        fixer.insertTextBefore(argument, `${client.name}.withRepository(`),
        fixer.insertTextAfter(argument, ')'),
      ]),
    };
  const holder = argument.parent;
  const isShort = holder?.type === 'Property' && holder.shorthand;
  const key = isShort && argument.type === 'Identifier' ? argument.name : null;
  return {
    code: client.name,
    fix: edits(client, (fixer) =>
      key !== null && isShort
        ? fixer.replaceText(holder, key === client.name ? key : `${key}: ${client.name}`)
        : fixer.replaceText(argument, client.name),
    ),
  };
}

/** The transaction is handed to a function that takes it as its next argument, or in an object given to it. */
function withArgument({ call, parameter }: Extract<Escape, { how: 'missing' }>, client: Client): TransactionFix | null {
  const { index, path } = parameter;
  if (call.arguments.some((argument) => argument.type === 'SpreadElement')) return null;
  const given = call.arguments[index];
  if (path.length === 0) {
    if (given) return { code: client.name, fix: edits(client, (fixer) => fixer.replaceText(given, client.name)) };
    return call.arguments.length === index ? appended(call, client.name, client) : null;
  }
  if (path.length > 1) return null;
  const property = path[0] === client.name ? client.name : `${path[0]}: ${client.name}`;
  const object = given && unwrap(given);
  if (object?.type === 'ObjectExpression')
    return findProperty(object, path[0]!) ? null : intoObject(object, property, client);
  return !given && call.arguments.length === index ? appended(call, `{ ${property} }`, client) : null;
}
