import { dirname } from 'node:path';

import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { ClassNode, Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  classOfThis,
  decoratorArguments,
  decoratorName,
  decoratorsOf,
  isFunction,
  keyName,
  memberName,
  receiverOf,
  unwrap,
} from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { assignmentsOf, constructorOf } from '../members.js';
import { argumentAt, constantOf, follow, propertyIn, textOf } from '../values.js';
import { makingOf, type JobCall } from './jobs.js';

/** How jobs are tried again, as options say it. `unknown`: it can't be told, or it is decided on purpose. */
export type Retries = 'none' | 'no-backoff' | 'unbounded' | 'good' | 'unknown' | 'inherited';

const TOO_MANY = 100;

/** What an enqueueing call says of retries, its queue's defaults included. */
export function retriesOf(job: JobCall): Retries {
  const { call, row } = job;
  if (row.options === undefined || !row.attempts) return 'unknown';
  const options = row.options.includes('[]') ? itemOptions(call, row.options) : optionsAt(call, row.options);
  const own =
    options === 'unknown'
      ? 'unknown'
      : options === null
        ? 'inherited'
        : retriesIn(options, row.attempts, row.backoff ?? []);
  if (own !== 'inherited' && own !== 'no-backoff') return own;
  const defaults = defaultsOf(job);
  if (defaults === 'unknown') return own === 'no-backoff' && job.library === 'pg-boss' ? own : 'unknown';
  if (own === 'no-backoff') return defaults !== null && propertyOf(defaults, row.backoff ?? []) !== null ? 'good' : own;
  return defaults === null ? 'none' : withoutInherited(retriesIn(defaults, row.attempts, row.backoff ?? []));
}

const withoutInherited = (retries: Retries): Retries => (retries === 'inherited' ? 'none' : retries);

function optionsAt(call: JobCall['call'], position: string): Node | null | 'unknown' {
  // Bull's options stand last, behind the data.
  if (position === '-1' && call.arguments.length < 2) return null;
  const given = argumentAt(call, position);
  if (given === 'unknown') return 'unknown';
  if (given === 'absent') return null;
  const value = follow(given);
  if (position === '-1' && call.arguments.length === 2) {
    const looksLikeOptions =
      value.type === 'ObjectExpression' &&
      value.properties.some(
        (each) =>
          each.type === 'Property' &&
          /^(?:attempts|backoff|delay|jobId|priority|removeOn\w+|repeat|lifo)$/.test(
            keyName(each.key, each.computed) ?? '',
          ),
      );
    if (!looksLikeOptions) return null;
  }
  return value.type === 'ObjectExpression' ? value : 'unknown';
}

/** The options of the first item of a list, which stands for all. */
function itemOptions(call: JobCall['call'], position: string): Node | null | 'unknown' {
  const list = argumentAt(call, position.slice(0, position.indexOf('[')));
  if (typeof list === 'string') return 'unknown';
  const value = follow(list);
  let item: Node | null | undefined = value.type === 'ArrayExpression' ? value.elements[0] : null;
  if (value.type === 'CallExpression' && calleeName(value) === 'map') {
    const fn = value.arguments[0] && follow(value.arguments[0]);
    item = isFunction(fn) ? allReturns(fn)[0] : null;
  }
  const object = item && item.type !== 'SpreadElement' ? follow(item) : null;
  if (object?.type !== 'ObjectExpression') return 'unknown';
  const options = propertyIn(object, position.slice(position.indexOf('.') + 1));
  if (options === 'unknown') return 'unknown';
  return options ? follow(options) : null;
}

/** What one object of options says. */
export function retriesIn(options: Node, attempts: string, backoff: readonly string[]): Retries {
  const object = follow(options);
  if (object.type !== 'ObjectExpression') return 'unknown';
  // What repeats by the clock comes again anyway.
  if (propertyIn(object, 'repeat')) return 'unknown';
  const given = propertyIn(object, attempts);
  if (given === 'unknown') return 'unknown';
  if (!given) return 'inherited';
  const text = sourceText(given);
  const count = constantOf(given);
  if (/\bInfinity\b|MAX_(?:SAFE_INTEGER|VALUE)/.test(text) || (typeof count === 'number' && count >= TOO_MANY))
    return 'unbounded';
  // One attempt, said so, is a decision.
  if (typeof count === 'number' && count <= 1) return 'unknown';
  return propertyOf(object, backoff) === null ? 'no-backoff' : 'good';
}

function propertyOf(options: Node, names: readonly string[]): Node | 'unknown' | null {
  const object = follow(options);
  if (object.type !== 'ObjectExpression') return 'unknown';
  for (const name of names) {
    const found = propertyIn(object, name);
    if (found) return found;
  }
  return null;
}

/** The defaults that the queue of a call gives its jobs; null for none. */
export function defaultsOf(job: JobCall): Node | null | 'unknown' {
  if (job.library === 'pg-boss') return isRetryingPgBoss(fileOf(job.call)) ? 'unknown' : null;
  const made = makingOf(job) ?? madeInClass(job);
  if (made) return defaultsAt(made);
  const name = injectedName(job);
  return name === null ? 'unknown' : registeredDefaults(name, fileOf(job.call));
}

/** https://github.com/timgit/pg-boss/releases: retries by default came with version 10. */
function isRetryingPgBoss(file: BackendFile): boolean {
  const version = file.project.findPackage(file.path)?.version('pg-boss');
  return !version || version.major >= 10;
}

/** `defaultJobOptions` where a queue is made; as second or, behind an address, third argument. */
export function defaultsAt(made: TSESTree.NewExpression | TSESTree.CallExpression): Node | null | 'unknown' {
  let found: Node | null | 'unknown' = null;
  for (const position of ['1.defaultJobOptions', '2.defaultJobOptions']) {
    const given = argumentAt(made, position);
    // An address is no options.
    if (given === 'unknown') found = isAddress(made.arguments[Number(position[0])]) ? found : 'unknown';
    else if (given !== 'absent') {
      const value = follow(given);
      return value.type === 'ObjectExpression' ? value : 'unknown';
    }
  }
  return found;
}

const isAddress = (node: Node | undefined): boolean =>
  node !== undefined && /\benv\b.*(?:URL|URI|REDIS)|(?:url|uri)$/i.test(sourceText(node));

/** `private readonly queue: Queue`, made in the constructor. */
function madeInClass({ call }: JobCall): TSESTree.NewExpression | null {
  const receiver = call.type === 'CallExpression' ? receiverOf(call) : null;
  const owner = receiver && unwrap(receiver).type === 'MemberExpression' ? classOfThis(call) : null;
  const name = receiver && owner ? memberName(unwrap(receiver) as TSESTree.MemberExpression) : null;
  const made =
    name === null
      ? undefined
      : assignmentsOf(owner!)
          .get(name)
          ?.map(unwrap)
          .find((value) => value.type === 'NewExpression');
  return made?.type === 'NewExpression' ? made : null;
}

/** The name of a queue that NestJS injects: `@InjectQueue('mail') private readonly mail: Queue`. */
function injectedName({ call }: JobCall): string | null {
  const receiver = call.type === 'CallExpression' ? receiverOf(call) : null;
  const member = receiver ? unwrap(receiver) : null;
  const owner: ClassNode | null = classOfThis(call);
  if (member?.type !== 'MemberExpression' || !owner) return null;
  const name = memberName(member);
  const parameters: Node[] = [...(constructorOf(owner)?.params ?? []), ...owner.body.body];
  for (const parameter of parameters) {
    const target = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
    const own =
      target.type === 'Identifier'
        ? target.name
        : target.type === 'PropertyDefinition'
          ? keyName(target.key, target.computed)
          : null;
    if (own !== name) continue;
    for (const decorator of decoratorsOf(parameter))
      if (decoratorName(decorator) === 'InjectQueue') {
        const [first] = decoratorArguments(decorator);
        return (first && first.type !== 'SpreadElement' ? textOf(first) : null) ?? 'default';
      }
  }
  return null;
}

const REGISTRATIONS = ['registerQueue', 'registerQueueAsync', 'forRoot', 'forRootAsync'];

/** What `BullModule.registerQueue({ name })` and `BullModule.forRoot` say of a queue. */
function registeredDefaults(queue: string, file: BackendFile): Node | null | 'unknown' {
  const dir = file.project.findPackage(file.path)?.workspaceRoot ?? dirname(file.path);
  let isRegistered = false;
  let found: Node | null | 'unknown' = null;
  for (const path of file.project.filesMentioning(file.path, 'BullModule')) {
    if (!path.startsWith(dir)) continue;
    const other = path === file.path ? file : file.project.open(path);
    for (const method of REGISTRATIONS)
      for (const call of other?.index.calls.get(method) ?? []) {
        const receiver = receiverOf(call);
        if (!receiver || sourceText(receiver) !== 'BullModule') continue;
        for (const argument of call.arguments) {
          const object = argument.type === 'SpreadElement' ? null : follow(argument);
          if (object?.type !== 'ObjectExpression') return 'unknown';
          const name = propertyIn(object, 'name');
          const isQueue = method.startsWith('register');
          if (isQueue && name && name !== 'unknown' && textOf(name) !== queue && textOf(name) !== null) continue;
          if (isQueue) isRegistered = true;
          const defaults = propertyIn(object, 'defaultJobOptions');
          if (defaults === 'unknown') return 'unknown';
          if (defaults) found = isQueue || found === null ? defaults : found;
          // A factory may say it.
          else if (/\bdefaultJobOptions\b/.test(sourceText(object))) return 'unknown';
        }
      }
  }
  return isRegistered ? found : 'unknown';
}
