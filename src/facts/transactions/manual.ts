import type { Variable } from '@typescript-eslint/scope-manager';

import type { Instance } from '../../model/entity.js';
import type { BackendFile } from '../../model/file.js';
import type { Library } from '../../model/library.js';
import type { Query } from '../../model/query.js';
import type { TransactionScope } from '../../model/transaction.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, enclosingFunction, isFunction, receiverOf } from '../../syntax/nodes.js';
import { findVariable } from '../bindings.js';
import { denote, findInstance, libraryOf, rowOf } from '../entities.js';
import { queriesOf } from '../queries.js';
import { namesFor } from '../scope.js';
import { piecesOf } from '../text.js';
import { clientOf, rootOf } from './origins.js';
import { joinOf } from './joins.js';

/** A step in the life of a transaction that is driven by hand. */
interface Step {
  readonly does: 'begin' | 'commit' | 'rollback';
  readonly node: Node;
  readonly library: Library;
  /** The client that it is sent through, or the variable that holds what it gives. */
  readonly client: TSESTree.Identifier | null;
  readonly instance: Instance | null;
  readonly receiver: Node | null;
}

/** Transactions between BEGIN and COMMIT on a client, in one function. */
export function* manualScopes(file: BackendFile): Generator<TransactionScope> {
  const steps = stepsOf(file);
  for (const step of steps) {
    if (step.does !== 'begin' || !step.client) continue;
    const variable = findVariable(step.client);
    const body = enclosingFunction(step.node);
    if (!variable || !body) continue;
    const ends = steps.filter(
      ({ does, node, client }) =>
        does !== 'begin' &&
        client !== null &&
        findVariable(client) === variable &&
        node.range[0] > step.node.range[1] &&
        node.range[1] <= body.range[1],
    );
    const commits = ends.filter(({ does }) => does === 'commit');
    const end = (commits.at(-1) ?? ends.at(-1))?.node.range[0] ?? body.range[1];
    yield {
      library: step.library,
      form: 'manual',
      joins: joinOf(step.library, step.instance?.type ?? null, file),
      opening: step.node,
      body,
      range: [step.node.range[1], end],
      variable,
      client: step.client.name,
      type: step.instance?.type ?? null,
      tokens: [tokenOf(variable, step)],
      opener: step.receiver,
    };
  }
}

function tokenOf(variable: Variable, { client }: Step): TransactionScope['tokens'][number] {
  const definition = variable.defs[0];
  const node = definition?.node as Node | undefined;
  if (definition?.type === ('Parameter' as string) && isFunction(node)) {
    const index = node.params.findIndex((each) => each.type === 'Identifier' && each.name === client?.name);
    if (index >= 0) return { kind: 'parameter', fn: node, index, path: [], falls: false };
  }
  return { kind: 'own', variable };
}

export const stepsOf = (file: BackendFile): readonly Step[] => file.memo(findSteps);

function findSteps(file: BackendFile): Step[] {
  const steps: Step[] = [];
  for (const name of namesFor(file, 'step'))
    for (const call of file.index.calls.get(name) ?? []) {
      const callee = denote(call.callee);
      const step = rowOf(callee)?.step;
      if (step !== 'begin' && step !== 'commit' && step !== 'rollback') continue;
      const receiver = receiverOf(call);
      // `const trx = await kysely.startTransaction().execute()` gives the client; `conn.beginTransaction()` has it.
      const held = step === 'begin' && rowOf(callee)?.returns !== undefined ? heldBy(call) : null;
      steps.push(stepAt(step, call, libraryOf(callee)!, held, receiver));
    }
  for (const name of namesFor(file, 'callbacks'))
    for (const call of file.index.calls.get(name) ?? []) {
      const callee = denote(call.callee);
      const row = rowOf(callee);
      const opens = Object.values(row?.callbacks ?? {}).some(({ transaction }) => transaction !== undefined);
      if (!opens || !row?.returns || row.step || call.arguments.some((argument) => isFunction(argument))) continue;
      const held = heldBy(call);
      if (held) steps.push(stepAt('begin', call, libraryOf(callee)!, held, receiverOf(call)));
    }
  // What `knex.transaction()` and `sequelize.transaction()` gave is ended by its own methods.
  for (const name of ['commit', 'rollback'])
    for (const call of file.index.calls.get(name) ?? []) {
      const receiver = receiverOf(call);
      if (receiver?.type === 'Identifier' && !steps.some(({ node }) => node === call)) {
        const instance = findInstance(denote(receiver));
        if (instance?.type.library.kind === 'data')
          steps.push(stepAt(name as 'commit' | 'rollback', call, instance.type.library, null, receiver));
      }
    }
  for (const query of queriesOf(file)) {
    const does = query.text ? stepOfText(query.text) : null;
    if (does && query.start.type === 'CallExpression' && !isLooseBegin(query))
      steps.push(stepAt(does, query.start, query.library, null, receiverOf(query.start)));
  }
  return steps.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

function stepAt(
  does: Step['does'],
  node: TSESTree.CallExpression,
  library: Library,
  held: TSESTree.Identifier | null,
  receiver: Node | null,
): Step {
  const root = receiver && rootOf(receiver);
  const client = held ?? (root?.type === 'Identifier' ? root : null);
  return { does, node, library, client, instance: findInstance(client && denote(client)), receiver };
}

/** The variable that a call's result is put into. */
function heldBy(call: Node): TSESTree.Identifier | null {
  for (let node = call.parent, hops = 0; node && hops < 6; node = node.parent, hops++) {
    if (node.type === 'VariableDeclarator') return node.id.type === 'Identifier' ? node.id : null;
    if (node.type === 'AssignmentExpression') return node.left.type === 'Identifier' ? node.left : null;
    const isChain =
      node.type === 'AwaitExpression' ||
      node.type === 'MemberExpression' ||
      node.type === 'TSAsExpression' ||
      (node.type === 'CallExpression' && calleeName(node) === 'execute');
    if (!isChain) return null;
  }
  return null;
}

/** What a statement does to a transaction: `BEGIN`, `START TRANSACTION`, `COMMIT`, `ROLLBACK`. */
export function stepOfText(text: Node): Step['does'] | null {
  const pieces = piecesOf(text);
  const first = pieces?.[0];
  if (first?.kind !== 'text') return null;
  if (/^\s*(?:BEGIN\b(?!\s+(?:IF|DECLARE|TRY))|START\s+TRANSACTION\b)/i.test(first.text)) return 'begin';
  if (/^\s*(?:COMMIT|END)\b/i.test(first.text)) return 'commit';
  return /^\s*ROLLBACK\b(?!\s+TO\b)/i.test(first.text) ? 'rollback' : null;
}

/** Clients that send each query over whichever connection is free. */
const POOLS: ReadonlySet<string> = new Set([
  'pg.Pool',
  'vercel-postgres.Pool',
  'mysql2.Pool',
  'mysql.Pool',
  'mssql.Pool',
  'slonik.Pool',
  'prisma.Client',
  'knex.Knex',
  'kysely.Kysely',
  'typeorm.DataSource',
  'sequelize.Sequelize',
  'postgres.Sql',
  'neon.Sql',
]);

/** Whether a query is a BEGIN sent through a pool: the statements after it run on other connections. */
export function isLooseBegin(query: Query): boolean {
  if (!query.text || !query.client || query.proof === 'name' || !POOLS.has(query.client.type.id)) return false;
  if (stepOfText(query.text) !== 'begin') return false;
  const { origin } = clientOf(query);
  if (origin === 'absent') return true;
  // A parameter may well be one checked-out client.
  if (origin?.kind === 'parameter') return query.client.type.id.endsWith('Pool');
  return origin?.kind === 'outer' || origin?.kind === 'field';
}
