import type { Application, Part } from '../../model/application.js';
import { type BackendFile, sourceText } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { unwrapAwait } from '../../syntax/nodes.js';
import { moduleOf } from '../guard-names.js';
import { covers } from '../paths.js';
import { argumentAt } from '../values.js';
import { registrationsOf } from './registrations.js';
import { comesBefore, hostsIn, partsOf, partsOfRouter } from './parts.js';
import { isFromPackage, purposeOf, serves } from './purposes.js';
import { isProbe } from './reach.js';

/** Two parts of an application that stand the wrong way round. */
export interface Disorder {
  readonly kind:
    | 'error-handler-first'
    | 'not-found-first'
    | 'covers-nothing'
    | 'parser-late'
    | 'json-before-raw'
    | 'cors-late'
    | 'limit-late'
    | 'limit-after-work'
    | 'auth-after-authorization'
    | 'static-before-headers';
  /** What stands wrong. */
  readonly node: Node;
  readonly name: string;
  /** What it should stand before, or after. */
  readonly other: string;
}

const isWork = ({ kind }: Part): boolean => kind === 'route' || kind === 'router';
const isOpenPath = (path: string | null): boolean => path === '';
const PUBLIC =
  /public|webhook|health|metrics|status|ping|ready|live|docs|swagger|openapi|favicon|static|assets|\.well-known/i;

/** What stands in the wrong order in an application that a file makes. */
export function disordersOf(application: Application): Disorder[] {
  const parts = partsOf(application).filter(({ order }) => order !== null);
  return disordersIn(parts, application.framework);
}

/** The same for the routers of a file. */
export function routerDisordersOf(file: BackendFile): Disorder[] {
  const hosts = new Map(
    registrationsOf(file)
      .filter(({ handed }) => handed < 0)
      .map(({ host }) => [host.key, host]),
  );
  return [...hosts.values()]
    .filter((host) => host.file === file && isRouterMaking(host.node))
    .flatMap((host) =>
      disordersIn(partsOfRouter(host), 'express').filter(
        ({ kind }) => kind !== 'error-handler-first' || host.fn === null,
      ),
    );
}

const isRouterMaking = (node: Node): boolean =>
  (node.type === 'CallExpression' || node.type === 'NewExpression') &&
  /Router|^router$/.test(sourceText(node).slice(0, 40));

function disordersIn(parts: readonly Part[], framework: Application['framework']): Disorder[] {
  // Fastify's hooks hold for every route of their instance, wherever they stand.
  if (framework === 'fastify' || parts.length < 2) return [];
  const found: Disorder[] = [];
  const after = (part: Part): Part[] => parts.filter((other) => comesBefore(part, other));
  const before = (part: Part): Part[] => parts.filter((other) => comesBefore(other, part));
  for (const part of parts) {
    const later = after(part);
    const earlier = before(part);
    const laterWork = later.filter(isWork);
    const earlierWork = earlier.filter((each) => isWork(each) && !isPublic(each));
    const add = (kind: Disorder['kind'], other: Part | string): void => {
      found.push({
        kind,
        node: part.node,
        name: nameOf(part),
        other: typeof other === 'string' ? other : nameOf(other),
      });
    };
    if (part.kind === 'error-handler' && part.method === 'use' && isOpenPath(part.path) && framework === 'express') {
      const hasLater = later.some((each) => each.kind === 'error-handler' || isErrorPart(each));
      const missed = laterWork.find((each) => !isNotFound(each));
      if (missed && !hasLater) add('error-handler-first', missed);
      continue;
    }
    if (part.kind !== 'middleware') continue;
    if (isOpenPath(part.path) && isNotFound(part) && laterWork.some((each) => !isNotFound(each))) {
      add('not-found-first', laterWork[0]!);
      continue;
    }
    if (
      framework === 'koa' &&
      isOpenPath(part.path) &&
      isCatching(part) &&
      earlierWork.length > 0 &&
      laterWork.length === 0
    )
      add('error-handler-first', earlierWork[0]!);
    const isFinal =
      laterWork.length === 0 &&
      !later.some((each) => each.kind === 'middleware' && !isErrorPart(each) && !isNotFound(each));
    if (
      purposeOf(part, 'authentication')?.proof !== undefined &&
      // `use('/settings', auth, settings)` is there for that router.
      part.call.arguments.at(-1) === part.node &&
      !serves(part, 'rate-limit') &&
      !serves(part, 'error-handler')
    ) {
      const missed =
        part.path === ''
          ? earlierWork
          : earlierWork.filter(
              (each) => each.path !== null && part.path !== null && each.path !== '' && covers(part.path, each.path),
            );
      if (
        missed.length > 0 &&
        (part.path === ''
          ? isFinal && part.name !== null
          : !laterWork.some((each) => each.path !== null && covers(part.path!, each.path)))
      )
        add('covers-nothing', missed[0]!);
    }
    if (serves(part, 'body-parser') && isOpenPath(part.path)) {
      const reader = earlierWork.find((each) => readsBody(each) && !(each.kind === 'route' && hasOwnParser(each)));
      const hasEarlier = earlier.some(
        (each) => serves(each, 'body-parser') && isOpenPath(each.path) && sameParser(each, part),
      );
      if (reader && !hasEarlier && laterWork.length === 0) add('parser-late', reader);
      const raw = isJson(part) && later.find((each) => isWork(each) && isRawReader(each));
      if (raw) add('json-before-raw', raw);
    }
    if (isOpenPath(part.path) && isFromCors(part) && earlierWork.length > 0) add('cors-late', earlierWork[0]!);
    if (isOpenPath(part.path) && serves(part, 'rate-limit') && earlierWork.length > 0 && laterWork.length === 0)
      add('limit-late', earlierWork[0]!);
    if (isOpenPath(part.path) && isFromPackage(part.node, 'static')) {
      const headers = later.find(
        (each) =>
          each.kind === 'middleware' &&
          isOpenPath(each.path) &&
          purposeOf(each, 'security-headers')?.proof === 'import',
      );
      if (headers && !earlier.some((each) => serves(each, 'security-headers'))) add('static-before-headers', headers);
    }
  }
  return found;
}

const nameOf = (part: Part): string => {
  if (part.kind === 'route') return `${part.method.toUpperCase()} ${part.path ?? 'a route'}`;
  if (part.kind === 'router' && part.path) return `the routes at ${part.path}`;
  return (
    part.name ??
    (part.path ? `what is mounted at ${part.path}` : part.kind === 'router' ? 'the routes' : 'this function')
  );
};

const isPublic = ({ path, name, kind, method }: Part): boolean =>
  isProbe(path ?? '') && path !== '' && path !== null && (path !== '/' || /^(?:get|head)$/.test(method))
    ? true
    : PUBLIC.test(path ?? '') || PUBLIC.test(name ?? '') || (kind === 'route' && method === 'options');

const isErrorPart = (part: Part): boolean => part.kind === 'error-handler' || serves(part, 'error-handler');
const isFromCors = (part: Part): boolean => isFromPackage(part.node, 'cors');

/** Answers 404 to whatever comes, and lets nothing pass. */
function isNotFound(part: Part): boolean {
  if (part.kind === 'route') return part.path !== null && /^\/?(?:\*|\{\*\w*\}|\(\.\*\))/.test(part.path);
  if (part.kind !== 'middleware') return false;
  const fn = part.fn;
  const isNamed = /^(?:(?:handle)?not_?found\w*|handle404|\w*404\w*)$/i.test(part.name ?? '');
  if (!fn) return isNamed;
  const text = sourceText(fn);
  const says = /\b404\b|NOT_FOUND|[nN]otFound/.test(text);
  if (!says || fn.params.length === 4) return false;
  // `next(createError(404))` ends it too; a plain `next()` or a condition lets others pass.
  return !/\bnext\(\s*\)|\bif\s*\(|\?\s|\bcatch\b|&&/.test(text) && text.length < 500;
}

/** Koa: `try { await next() } catch`. */
function isCatching({ fn }: Part): boolean {
  return fn !== null && /\btry\s*\{[^]*\bnext\(\)[^]*\bcatch\b/.test(sourceText(fn));
}

const isJson = (part: Part): boolean => {
  const { node } = part;
  const value = unwrapAwait(node);
  if (!/^(?:json|bodyParser|koaBody)$/.test(part.name ?? '') || part.module === null) return false;
  // `verify` keeps the raw body; `type` and a function of conditions choose.
  return value.type !== 'CallExpression' || ['0.verify', '0.type'].every((at) => argumentAt(value, at) === 'absent');
};

const sameParser = (a: Part, b: Part): boolean => a.name === b.name;

/** A route that needs the body as it came: it puts `express.raw` before itself, or checks a signature over it. */
function isRawReader(part: Part): boolean {
  if (part.kind === 'route')
    return (
      part.call.arguments.some((argument) => isFromPackage(argument, 'raw-body')) ||
      (part.fn !== null && checksSignature(part.fn))
    );
  return hostsIn(part).some((host) =>
    registrationsOf(host.file).some(
      (each) =>
        each.host.key === host.key &&
        each.isRoute &&
        each.call.arguments.some((argument) => isFromPackage(argument, 'raw-body')),
    ),
  );
}

const checksSignature = (fn: FunctionNode): boolean =>
  /constructEvent(?:Async)?\(\s*(?:req|request|ctx)(?:\.request)?\.body\b/.test(sourceText(fn));

const BODY = /\b(?:req|request|ctx\.request|ctx)\.body\b|\bbody\s*\}\s*=\s*(?:req|request)\b/;

function readsBody(part: Part): boolean {
  if (part.kind === 'route')
    return (
      /^(?:post|put|patch|all)$/.test(part.method) &&
      part.fn !== null &&
      BODY.test(sourceText(part.fn)) &&
      !isRawReader(part)
    );
  return hostsIn(part).some((host) =>
    registrationsOf(host.file).some(
      (each) =>
        each.host.key === host.key &&
        /^(?:post|put|patch)$/.test(each.method) &&
        !each.call.arguments.some(
          (argument) => isFromPackage(argument, 'raw-body') || isFromPackage(argument, 'body-parser'),
        ),
    ),
  );
}

const hasOwnParser = (part: Part): boolean =>
  part.call.arguments.some((argument) => isFromPackage(argument, 'body-parser') || isFromPackage(argument, 'raw-body'));

const UPLOADS = new Set([
  'multer',
  'express-fileupload',
  '@koa/multer',
  'koa-multer',
  'multer-s3',
  'connect-busboy',
  'sharp',
  'bcrypt',
  'bcryptjs',
  'argon2',
]);

/** What stands in the wrong order among the steps of one route. */
export function stepDisorder(route: Route): Disorder | null {
  const { guards } = route;
  for (const [index, guard] of guards.entries()) {
    if (guard.wraps) continue;
    const earlier = guards.slice(0, index).filter((each) => !each.wraps);
    const name = sourceText(guard.node).slice(0, 60);
    if (serves(guard, 'rate-limit')) {
      const costly = earlier.find(
        (each) =>
          UPLOADS.has(moduleOf(each.node) ?? '') ||
          (each.fn !== null && /\b(?:bcrypt|argon2|scrypt)\w*\.\w+\(|\bsharp\(/.test(sourceText(each.fn))),
      );
      if (costly)
        return { kind: 'limit-after-work', node: guard.node, name, other: sourceText(costly.node).slice(0, 60) };
    }
    const isAuth = serves(guard, 'authentication') && !serves(guard, 'rate-limit');
    if (!isAuth || serves({ node: guard.node, fn: null }, 'authorization')) continue;
    const authorization = earlier.find(
      (each) => serves({ node: each.node, fn: null }, 'authorization') && !isAuthenticating(each),
    );
    if (authorization)
      return {
        kind: 'auth-after-authorization',
        node: guard.node,
        name,
        other: sourceText(authorization.node).slice(0, 60),
      };
  }
  return null;
}

/** Some of what is called `requireRole` looks the user up itself. */
const isAuthenticating = (step: { readonly node: Node; readonly fn: FunctionNode | null }): boolean =>
  step.fn !== null && /authorization\b|verify\w*\(|getSession|findUser|authenticate/i.test(sourceText(step.fn));
