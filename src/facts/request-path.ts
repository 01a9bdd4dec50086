import { type BackendFile, fileOf, isSamePlace, sourceText } from '../model/file.js';
import type { FunctionNode, Node } from '../syntax/ast.js';
import { enclosingFunction } from '../syntax/nodes.js';
import { conditionsAt } from './errors/conditions.js';
import { allCallers } from './callers.js';
import { denote, placeOf, rowOf } from './entities.js';
import { routesOf } from './routes.js';
import { namesFor } from './scope.js';
import { stepsIn } from './steps.js';

const MAX_DEPTH = 4;
const MAX_IMPORTERS = 12;

/** The functions that a file gives to a framework to answer requests with: handlers, middleware, wrappers. */
export const handlersOf = (file: BackendFile): ReadonlySet<FunctionNode> => file.memo(findHandlers);

function findHandlers(file: BackendFile): Set<FunctionNode> {
  const found = new Set<FunctionNode>();
  for (const { verb, handler, guards } of routesOf(file))
    if (verb !== 'MESSAGE')
      for (const step of [...guards, ...(handler ? [handler] : [])]) if (step.fn) found.add(step.fn);
  for (const name of namesFor(file, 'mount'))
    for (const call of file.index.calls.get(name) ?? []) {
      const mount = rowOf(denote(call.callee))?.mount;
      if (!mount || mount.plugin) continue;
      for (const argument of call.arguments) for (const { fn } of stepsIn(argument)) if (fn) found.add(fn);
    }
  return found;
}

/** What is known of a function, by the calls that may lie between a handler and it. */
const answers = new WeakMap<FunctionNode, Map<number, boolean>>();

/**
 * Whether a place runs in answer to a request: in a handler or middleware, or in a function that one of them calls, up to
 * four calls away (or fewer, as asked) and through other files. What runs once, behind a test whether it has run, does
 * not count.
 */
export function isInRequestPath(node: Node, calls = MAX_DEPTH): boolean {
  if (isOnce(node)) return false;
  const fn = enclosingFunction(node);
  return fn !== null && isRequested(fn, calls);
}

function isRequested(fn: FunctionNode, calls: number): boolean {
  let memo = answers.get(fn);
  if (!memo) answers.set(fn, (memo = new Map<number, boolean>()));
  const known = memo.get(calls);
  if (known !== undefined) return known;
  memo.set(calls, false);
  const answer = ask(fn, calls);
  memo.set(calls, answer);
  return answer;
}

function ask(fn: FunctionNode, calls: number): boolean {
  const file = fileOf(fn);
  if (handlersOf(file).has(fn) || isHandlerElsewhere(fn, file)) return true;
  // A function written into a call runs where the call stands, unless it is kept for later.
  if (placeOf(fn)?.direct) {
    const outer = enclosingFunction(fn);
    return outer !== null && isRequested(outer, calls);
  }
  if (calls <= 0) return false;
  return (allCallers(fn) ?? []).some((call) => {
    const caller = enclosingFunction(call);
    return caller !== null && caller !== fn && !isOnce(call) && isRequested(caller, calls - 1);
  });
}

/**
 * Whether a file's functions are there for routes to call, called or not: a file with routes uses it, or nobody does yet.
 * What only other code uses counts where a request leads to it.
 */
export const isBesideRoutes = (file: BackendFile): boolean => file.memo(asksBesideRoutes);

function asksBesideRoutes(file: BackendFile): boolean {
  if (routesOf(file).length > 0) return true;
  const importers = file.project.importersOf(file.path);
  return (
    importers.length === 0 ||
    importers.slice(0, MAX_IMPORTERS).some((path) => {
      const importer = file.project.open(path);
      return importer !== null && routesOf(importer).length > 0;
    })
  );
}

/** Another file gives the function to a framework: a controller of the router in it. */
function isHandlerElsewhere(fn: FunctionNode, file: BackendFile): boolean {
  return file.project
    .importersOf(file.path)
    .slice(0, MAX_IMPORTERS)
    .some((path) => {
      const importer = file.project.open(path);
      return importer !== null && [...handlersOf(importer)].some((each) => isSamePlace(each, fn));
    });
}

/** `if (!template) template = readFileSync(…)`, `cache ??= …`. */
function isOnce(node: Node): boolean {
  const { parent } = node;
  if (parent?.type === 'AssignmentExpression' && /^(?:\?\?|\|\|)=$/.test(parent.operator)) return true;
  return conditionsAt(node).some(
    ({ test, holds }) =>
      !holds &&
      /^(?:Identifier|MemberExpression)$/.test(test.type) &&
      /cache|loaded|template|memo|instance|init|ready|cfg|config|key/i.test(sourceText(test)),
  );
}
