import { dirname } from 'node:path';

import type { BackendFile } from '../../model/file.js';
import type { ClassNode, Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  decoratorArguments,
  decoratorName,
  decoratorsOf,
  findProperty,
  isFunction,
  receiverOf,
  unwrap,
} from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { denote } from '../entities.js';
import { follow } from '../values.js';
import { limitIn } from './limits.js';
import { isWithin } from '../../syntax/file-names.js';

/** Settings for every call of a library in its process, as code writes them. */
const GLOBAL_DEFAULTS: Readonly<Record<string, RegExp>> = {
  axios:
    /\b[aA]xios(?:\.default)?\.(?:defaults\b[^;\n]{0,80}\btimeout\b|interceptors\.request\.use\b[^;]{0,400}\btimeout\b)/,
  'nestjs-axios':
    /\baxiosRef\.(?:defaults\b[^;\n]{0,80}\btimeout\b|interceptors\.request\.use\b[^;]{0,400}\btimeout\b)/,
  needle: /\bneedle\.defaults\([^;]{0,200}\b(?:response|read)_timeout\b/,
};

/** Whether the package of a file gives all calls of a library a time limit, such as the defaults of axios. */
export function hasDefaultLimit(library: string, file: BackendFile): boolean {
  const pattern = GLOBAL_DEFAULTS[library];
  if (pattern && isMentioned(pattern, file)) return true;
  return /^(?:fetch|undici|ofetch)$/.test(library) && file.memo(hasLimitedDispatcher);
}

const isMentioned = (pattern: RegExp, file: BackendFile): boolean =>
  pattern.test(file.text) || inPackage(file, pattern).some((other) => other.kind !== 'test');

/** The files of the same package whose text has something. */
function inPackage(file: BackendFile, pattern: RegExp | string): readonly BackendFile[] {
  const dir = file.project.findPackage(file.path)?.dir ?? dirname(file.path);
  return file.project
    .filesMentioning(file.path, pattern)
    .flatMap((path) => (path === file.path ? file : isWithin(path, dir) ? (file.project.open(path) ?? []) : []));
}

/** `setGlobalDispatcher(new Agent({ headersTimeout, bodyTimeout }))`, anywhere in the package. */
function hasLimitedDispatcher(file: BackendFile): boolean {
  const calls = [file, ...inPackage(file, 'setGlobalDispatcher')].flatMap(({ kind, index }) =>
    kind === 'test' ? [] : (index.calls.get('setGlobalDispatcher') ?? []),
  );
  return calls.some((call) => {
    const agent = call.arguments[0] && follow(call.arguments[0]);
    if (agent?.type !== 'NewExpression') return true;
    return agent.arguments.some((options) => limitIn(options, ['headersTimeout', 'bodyTimeout']).state !== 'none');
  });
}

/** How `HttpModule` is registered for a class: with a limit, without, or by nobody that can be found. */
export function moduleLimitOf(owner: ClassNode | null, file: BackendFile): 'set' | 'none' | 'unknown' {
  const modules = file.project.filesMentioning(file.path, 'HttpModule').flatMap((path) => {
    const other = path === file.path ? file : file.project.open(path);
    return other && (other.kind === 'source' || other.kind === 'config') ? registrationsOf(other) : [];
  });
  if (modules.length === 0) return 'unknown';
  const name = owner?.id?.name;
  const own = name === undefined ? [] : modules.filter(({ provides }) => provides.includes(name));
  // A module that is imported without options, or global, takes its settings from elsewhere.
  const deciding = own.length > 0 ? own : modules;
  if (deciding.some(({ limit }) => limit === 'set')) return 'set';
  return deciding.some(({ limit }) => limit === 'unknown') ? 'unknown' : 'none';
}

interface Registration {
  readonly limit: 'set' | 'none' | 'unknown';
  /** Names of the classes that the module provides or serves. */
  readonly provides: readonly string[];
}

const registrationsOf = (file: BackendFile): readonly Registration[] => file.memo(findRegistrations);

function findRegistrations(file: BackendFile): Registration[] {
  return file.index.classes.flatMap((node) =>
    decoratorsOf(node).flatMap((decorator) => {
      if (decoratorName(decorator) !== 'Module') return [];
      const options = decoratorArguments(decorator)[0];
      const object = options && follow(options);
      if (object?.type !== 'ObjectExpression') return [];
      const provides = ['providers', 'controllers'].flatMap((name) => namesIn(findProperty(object, name)?.value));
      return listOf(findProperty(object, 'imports')?.value).flatMap((each): Registration[] => {
        const limit = limitOfImport(each);
        return limit === null ? [] : [{ limit, provides }];
      });
    }),
  );
}

const listOf = (node: Node | undefined): readonly Node[] => {
  const list = node && follow(node);
  return list?.type === 'ArrayExpression' ? list.elements.flatMap((element) => element ?? []) : [];
};

const namesIn = (node: Node | undefined): string[] =>
  listOf(node).flatMap((each) => {
    if (each.type === 'Identifier') return each.name;
    const used = each.type === 'ObjectExpression' ? findProperty(each, 'useClass')?.value : undefined;
    return used?.type === 'Identifier' ? used.name : [];
  });

/** `HttpModule`, `HttpModule.register({…})`, `HttpModule.registerAsync({ useFactory })`; null for other modules. */
function limitOfImport(each: Node): Registration['limit'] | null {
  const node = unwrap(each);
  if (isHttpModule(node)) return 'none';
  if (node.type !== 'CallExpression') return null;
  const receiver = receiverOf(node);
  if (!receiver || !isHttpModule(receiver)) return null;
  const options = node.arguments[0];
  if (!options) return 'none';
  return calleeName(node) === 'registerAsync' ? limitOfFactory(options) : stateOf(options);
}

function isHttpModule(node: Node): boolean {
  const entity = denote(node);
  return entity?.kind === 'instance' && entity.type.is('nestjs-axios.HttpModule');
}

function limitOfFactory(options: TSESTree.CallExpressionArgument): Registration['limit'] {
  const object = follow(options);
  const factory = object.type === 'ObjectExpression' ? findProperty(object, 'useFactory')?.value : undefined;
  const fn = factory && follow(factory);
  if (!isFunction(fn)) return 'unknown';
  const states = allReturns(fn).map((returned) => stateOf(returned));
  return states.find((state) => state !== 'none') ?? 'none';
}

function stateOf(options: Node): Registration['limit'] {
  const { state } = limitIn(options, ['timeout', 'signal', 'httpsAgent.timeout', 'httpAgent.timeout']);
  return state === 'caller' ? 'unknown' : state;
}
