import { type BackendFile, fileOf, sourceText } from '../model/file.js';
import type { Guard, Route } from '../model/route.js';
import type { FunctionNode, Node } from '../syntax/ast.js';
import { decoratorName, decoratorsOf } from '../syntax/nodes.js';
import { allCalled } from './effects.js';
import { guardsOf } from './route-guards.js';
import { follow } from './values.js';

const NAMED = /idempot/i;
const MAX_DEPTH = 4;
const MAX_FUNCTIONS = 60;

/** What a rule takes for the sign of an idempotency key. */
export interface KeySigns {
  /** Names of the header, in lower case. */
  readonly headers: readonly string[];
  /** The project's middleware by name; empty where none is configured. */
  readonly middleware: string;
}

/** Whether something before the handler, or the handler itself, tells a repeated request by its key. */
export function handlesKey(route: Route, signs: KeySigns): boolean {
  return (
    guardsOf(route).some((guard) => isKeyGuard(guard, signs)) ||
    isNamedSo(route) ||
    (route.handler?.fn != null && readsKey(route.handler.fn, signs))
  );
}

/** Whether a guard is about idempotency: by its name or package, or because its code reads the key. */
export function isKeyGuard(guard: Guard, signs: KeySigns): boolean {
  if (signs.middleware !== '' && guard.name === signs.middleware) return true;
  if (NAMED.test(guard.name ?? '') || NAMED.test(guard.module ?? '')) return true;
  if (guard.fn) return readsKey(guard.fn, signs);
  const definition = follow(guard.node);
  return definition !== guard.node && mentionsKey(definition, signs);
}

/** A decorator, a procedure's base or a wrapper whose name says it. */
function isNamedSo(route: Route): boolean {
  const decorators = [...route.decorators, ...(route.controller ? decoratorsOf(route.controller) : [])];
  if (decorators.some((decorator) => NAMED.test(decoratorName(decorator) ?? ''))) return true;
  if (!route.call || route.verb !== 'MUTATION') return false;
  const { callee } = route.call;
  return NAMED.test(sourceText(callee));
}

const known = new WeakMap<FunctionNode, Map<string, boolean>>();

/** Whether a function reads an idempotency key, itself or in the project's functions that it calls. */
export function readsKey(fn: FunctionNode, signs: KeySigns): boolean {
  const question = signs.headers.join();
  let answers = known.get(fn);
  if (!answers) known.set(fn, (answers = new Map<string, boolean>()));
  let answer = answers.get(question);
  if (answer === undefined) answers.set(question, (answer = search(fn, signs)));
  return answer;
}

function search(start: FunctionNode, signs: KeySigns): boolean {
  const seen = new Set<FunctionNode>([start]);
  let level: FunctionNode[] = [start];
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth++) {
    const next: FunctionNode[] = [];
    for (const fn of level) {
      if (mentionsKey(fn, signs)) return true;
      for (const { target } of allCalled(fn, fileOf(fn)))
        if (seen.size < MAX_FUNCTIONS && !seen.has(target)) {
          seen.add(target);
          next.push(target);
        }
    }
    level = next;
  }
  return false;
}

/** Whether code names the header, or reads something named after idempotency; a property that is only written doesn't count. */
function mentionsKey(node: Node, { headers }: KeySigns): boolean {
  const { text } = fileOf(node);
  const source = text.slice(node.range[0], node.range[1]);
  const lower = source.toLowerCase();
  if (!lower.includes('idempot') && !headers.some((header) => lower.includes(header))) return false;
  const code = source.replaceAll(/\/\*[^]*?\*\/|(?<![:'"`\w])\/\/.*$/gm, '');
  if (headers.some((header) => code.toLowerCase().includes(header))) return true;
  return /idempot\w*\b(?!\s*:)/i.test(code.replaceAll(/\b\w*idempot\w*\s*:\s*(?:`[^`]*`|'[^']*'|[^,}\n]*)/gi, ''));
}

/** The project's own middleware for it, as another route names it. */
export interface OwnMiddleware {
  /** Where that route names it: `idempotent`, `idempotency({ ttl })`, the interceptor in `@UseInterceptors(…)`. */
  readonly node: Node;
  readonly file: BackendFile;
}

const MAX_FILES = 40;

/**
 * The idempotency middleware that this project already puts on another route of the same framework: of the same file
 * first, else of any file that speaks of idempotency.
 */
export function findOwnMiddleware(
  route: Route,
  routesIn: (file: BackendFile) => readonly Route[],
  signs: KeySigns,
): OwnMiddleware | null {
  const file = fileOf(route.node);
  const others = file.project.filesMentioning(file.path, NAMED).filter((path) => path !== file.path);
  for (const path of [file.path, ...others.slice(0, MAX_FILES)]) {
    const source = path === file.path ? file : file.project.open(path);
    if (source?.kind !== 'source') continue;
    for (const other of routesIn(source)) {
      if (other === route || other.library !== route.library) continue;
      const guard = guardsOf(other).find((each) => each.scope !== 'application' && isKeyGuard(each, signs));
      if (guard) return { node: guard.node, file: guard.file };
    }
  }
  return null;
}
