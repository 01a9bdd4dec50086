import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { Guard, Route } from '../../model/route.js';
import type { FunctionNode } from '../../syntax/ast.js';
import { decoratorName, decoratorsOf, isInside, unwrapAwait } from '../../syntax/nodes.js';
import { isFromPackage } from '../applications/purposes.js';
import { allCalled } from '../effects.js';
import { guardsOf } from '../route-guards.js';
import { routesOf } from '../routes.js';
import { decides } from './caller-names.js';

/** Decorators that write down which roles or scopes a route needs. */
const MARKS = /role|permission|scope|polic(?:y|ies)|ability|acl|authori[sz]ed|^Admin|^Require|^Can[A-Z]/i;
const NO_MARK = /^(?:Api|Public|Skip|Use|Set)|public|anonymous/i;

/** Code that compares what somebody may do. */
const COMPARES =
  /\b(?:\w*[rR]oles?|\w*[sS]copes?|\w*[pP]ermissions?|\w*[rR]ights?)\b[^;\n]{0,60}(?:===|!==|\bincludes\(|\bsome\(|\bevery\(|\bhas\()|(?:===|!==|\bincludes\(|\bsome\(|\bevery\(|\bhas\()[^;\n]{0,60}\b(?:\w*[rR]oles?|\w*[sS]copes?|\w*[pP]ermissions?|\w*[rR]ights?)\b|!\s*[\w.]*\bis_?[aA]dmin\b/;

/** Whether a route asks for a role, scope or permission: by a decorator, by what stands before its handler, or in the handler. */
export function demandsRight(route: Route): boolean {
  const { decorators, controller, handler } = route;
  if (
    [...decorators, ...(controller ? decoratorsOf(controller) : [])].some((each) => isMark(decoratorName(each) ?? ''))
  )
    return true;
  return guardsOf(route).some(isDemand) || (handler?.fn != null && comparesRights(handler.fn));
}

const isMark = (name: string): boolean => MARKS.test(name) && !NO_MARK.test(name);

/** A guard that reads the marks of routes demands nothing where there is none. */
function isDemand({ node, fn, name, scope }: Guard): boolean {
  if (/guard$/i.test(name ?? '') && fn && /reflector|getAllAndOverride|getMetadata/i.test(sourceText(fn))) return false;
  if (/^roles?_?guard$/i.test(name ?? '')) return false;
  const value = unwrapAwait(node);
  // `auth()` of a maker that takes rights asks for none of them.
  if (
    value.type === 'CallExpression' &&
    value.arguments.length === 0 &&
    scope === 'route' &&
    !/admin|owner|staff/i.test(name ?? '')
  )
    return false;
  return (
    isFromPackage(node, 'authorization') ||
    decides(name ?? '') ||
    /admin|staff|superuser/i.test(name ?? '') ||
    (fn !== null && COMPARES.test(sourceText(fn)))
  );
}

/** Whether a function, or one that it calls, looks at roles or asks another that decides. */
export function comparesRights(fn: FunctionNode, depth = 0): boolean {
  const file = fileOf(fn);
  if (COMPARES.test(sourceText(fn)) || /\b403\b|[Ff]orbidden|FORBIDDEN/.test(sourceText(fn))) return true;
  for (const [name, calls] of file.index.calls)
    if (decides(name) && calls.some((call) => isInside(call, fn))) return true;
  if (depth >= 2) return false;
  for (const { target } of allCalled(fn, file)) if (comparesRights(target, depth + 1)) return true;
  return false;
}

const SPEAKS = /roles?\b|scopes?\b|permissions?\b|admin|authori[sz]e/i;
const MOST_FILES = 25;

/** A route of a file that asks for a right, for a message; null where none does. */
export const findDemanding = (file: BackendFile): Route | null => file.memo(demandingIn);

const demandingIn = (file: BackendFile): Route | null =>
  SPEAKS.test(file.text) ? (routesOf(file).find((route) => isMutation(route) && demandsRight(route)) ?? null) : null;

/** The same anywhere in the file's project, its own file first. */
export function findDemandingRound(file: BackendFile): Route | null {
  const own = findDemanding(file);
  if (own) return own;
  for (const path of file.project
    .filesMentioning(file.path, /[rR]oles?\(|[sS]copes?\(|[pP]ermissions?\(|[aA]dmin\b/)
    .slice(0, MOST_FILES)) {
    const other = path === file.path ? null : file.project.open(path);
    const found = other?.kind === 'source' ? findDemanding(other) : null;
    if (found) return found;
  }
  return null;
}

export const isMutation = ({ verb }: Route): boolean => /^(?:POST|PUT|PATCH|DELETE|MUTATION)$/.test(verb);
