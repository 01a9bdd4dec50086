import type { BackendFile } from '../../model/file.js';
import type { Instance } from '../../model/entity.js';
import type { JobRow } from '../../model/rows/jobs.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { decoratorName, decoratorsOf, isFunction, keyName } from '../../syntax/nodes.js';
import { denoteDecorator } from '../decorated-routes.js';
import { denote, findRow, libraryOf, rowOf } from '../entities.js';
import { namesFor } from '../scope.js';
import { peel } from '../steps.js';
import { argumentAt } from '../values.js';

/** A call that has to do with jobs, by its library's row. */
export interface JobCall {
  readonly call: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly row: JobRow;
  readonly library: string;
  /** The queue, worker or scheduler that the call is made on. */
  readonly owner: Instance | null;
}

/** A function that runs jobs, or runs by the clock. */
export interface JobHandler {
  readonly does: 'work' | 'schedule';
  /** The registration: a call, or the decorated method or class. */
  readonly node: Node;
  readonly fn: FunctionNode | null;
  readonly library: string;
  readonly call: JobCall | null;
  /** The class of a NestJS processor. */
  readonly owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression | null;
  readonly failure: string | null;
}

/** Every call of a file that makes a queue, puts jobs into one, or registers what runs them. */
export const jobCallsOf = (file: BackendFile): readonly JobCall[] => file.memo(findCalls);

function findCalls(file: BackendFile): JobCall[] {
  const found: JobCall[] = [];
  for (const [name, calls] of file.index.calls)
    for (const call of calls) {
      if (call.parent.type === 'Decorator' || !(namesFor(file, 'job').has(name) || isDefaultCall(call))) continue;
      const callee = denote(call.callee);
      const row = rowOf(callee)?.job;
      if (row && callee)
        found.push({
          call,
          row,
          library: libraryOf(callee)?.name ?? '',
          owner: callee.kind === 'method' ? callee.owner : null,
        });
    }
  for (const call of file.index.news) {
    const made = denote(call.callee);
    const row = made?.kind === 'export' ? findRow(made)?.row.construct?.job : undefined;
    if (row) found.push({ call, row, library: libraryOf(made)?.name ?? '', owner: null });
  }
  return found.sort((a, b) => a.call.range[0] - b.call.range[0]);
}

/** A module that is itself a function, called by the name of its import. */
const isDefaultCall = (call: TSESTree.CallExpression): boolean =>
  call.callee.type === 'Identifier' && /^[A-Z]|cron/i.test(call.callee.name) && call.arguments.length > 0;

/** Every function of a file that is registered to run jobs, or to run by the clock. */
export const jobHandlersOf = (file: BackendFile): readonly JobHandler[] => file.memo(findHandlers);

function findHandlers(file: BackendFile): JobHandler[] {
  const found: JobHandler[] = [];
  for (const job of jobCallsOf(file)) {
    const { row, call, library } = job;
    if (row.does !== 'work' && row.does !== 'schedule') continue;
    const given = row.handler === undefined ? 'absent' : argumentAt(call, row.handler);
    if (typeof given === 'string') continue;
    const { fn } = peel(given);
    found.push({ does: row.does, node: call, fn, library, call: job, owner: null, failure: row.failure ?? null });
  }
  for (const owner of file.index.classes) found.push(...decoratedHandlers(owner));
  return found;
}

/** `@Cron(…)` methods, and what a `@Processor` class runs. */
function decoratedHandlers(owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression): JobHandler[] {
  const found: JobHandler[] = [];
  const processor = decoratorsOf(owner)
    .map((each) => rowOf(denoteDecorator(each))?.job)
    .find((row) => row?.does === 'work');
  for (const member of owner.body.body) {
    if (member.type !== 'MethodDefinition' || !isFunction(member.value)) continue;
    const decorators = decoratorsOf(member);
    const scheduled = decorators.some((each) => rowOf(denoteDecorator(each))?.job?.does === 'schedule');
    const base = { node: member, fn: member.value, call: null, owner };
    if (scheduled) found.push({ ...base, does: 'schedule', library: 'nestjs-schedule', failure: null });
    const isProcess =
      keyName(member.key, member.computed) === 'process' ||
      decorators.some((each) => decoratorName(each) === 'Process');
    if (processor && isProcess)
      found.push({ ...base, does: 'work', library: 'nestjs-queues', failure: processor.failure ?? null });
  }
  return found;
}

/** The expression that made the queue or worker of a call: `new Queue(…)`, through fields and factories; null where it isn't known. */
export function makingOf(job: JobCall): TSESTree.NewExpression | TSESTree.CallExpression | null {
  const at = job.owner?.at;
  return at?.type === 'NewExpression' || at?.type === 'CallExpression' ? at : null;
}
