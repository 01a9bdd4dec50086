import { type BackendFile, fileOf, isSamePlace } from '../model/file.js';
import type { Guard, Route } from '../model/route.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { calleeName, decoratorsOf, findProperty, isFunction, receiverOf } from '../syntax/nodes.js';
import { allReturns } from '../syntax/walk.js';
import { denote, rowOf } from './entities.js';
import { guardAt } from './guard-names.js';
import { mountCallsOf } from './hosts.js';
import { covers } from './paths.js';
import { follow, textOf } from './values.js';

const GLOBALS =
  /\b(?:APP_INTERCEPTOR|APP_GUARD|APP_PIPE|forRoutes|useGlobal(?:Guards|Interceptors|Pipes)|NestFactory)\b/;
const PROVIDED = new Set(['APP_INTERCEPTOR', 'APP_GUARD', 'APP_PIPE']);

/** What stands before a method of a controller or resolver: by decorators, for the whole application, by modules. */
export function nestGuards(route: Route): Guard[] {
  if (!route.controller) return [];
  return [
    ...route.decorators.flatMap((decorator) => decoratorGuards(decorator.expression, 'route')),
    ...decoratorsOf(route.controller).flatMap((decorator) => decoratorGuards(decorator.expression, 'router')),
    ...applicationFiles(fileOf(route.node)).flatMap((file) => [...globalGuards(file), ...moduleGuards(file, route)]),
  ];
}

/** `@UseGuards(A, B)`, and decorators of the project that apply such: `applyDecorators(UseInterceptors(X))`. */
function decoratorGuards(expression: Node, scope: Guard['scope'], hops = 0): Guard[] {
  if (hops > 4) return [];
  const call = follow(expression);
  const callee = call.type === 'CallExpression' ? call.callee : call;
  const entity = denote(callee);
  const given = call.type === 'CallExpression' ? call.arguments : [];
  if (rowOf(entity)?.guards) return given.map((argument) => guardAt(argument, scope));
  if (entity?.kind === 'export' && entity.path.at(-1) === 'applyDecorators')
    return given.flatMap((argument) => decoratorGuards(argument, scope, hops + 1));
  if (entity?.kind === 'function')
    return allReturns(entity.node).flatMap((returned) =>
      isFunction(returned) ? [] : decoratorGuards(returned, scope, hops + 1),
    );
  return [];
}

/** The files of the route's package that set something up for the whole application. */
export function applicationFiles(file: BackendFile): BackendFile[] {
  const dir = file.project.findPackage(file.path)?.dir;
  return file.project
    .filesMentioning(file.path, GLOBALS)
    .filter((path) => dir === undefined || path.startsWith(dir))
    .flatMap((path) => (path === file.path ? file : file.project.open(path)) ?? [])
    .filter(({ kind }) => kind === 'source');
}

export const globalGuards = (file: BackendFile): readonly Guard[] => file.memo(findGlobalGuards);

function findGlobalGuards(file: BackendFile): Guard[] {
  const guards: Guard[] = [];
  for (const object of file.index.objects) {
    const provided = findProperty(object, 'provide')?.value;
    if (provided?.type !== 'Identifier' || !PROVIDED.has(provided.name)) continue;
    for (const name of ['useClass', 'useExisting', 'useValue', 'useFactory']) {
      const given = findProperty(object, name)?.value;
      const made = name === 'useFactory' && isFunction(given) ? allReturns(given)[0] : given;
      if (made) guards.push(guardAt(made, 'application'));
    }
  }
  for (const { call, row, host } of mountCallsOf(file)) {
    // `app.use(mw)` of a Nest application; its routers are none of ours.
    const isNest = row.global || (file.text.includes('NestFactory') && host.file === file && row.path === undefined);
    if (isNest && !row.plugin) guards.push(...call.arguments.map((argument) => guardAt(argument, 'application')));
  }
  return guards;
}

/** Everything that a module applies to routes, whichever these are. */
export const appliedIn = (file: BackendFile): Guard[] =>
  (file.index.calls.get('apply') ?? []).flatMap((call) =>
    file.text.includes('forRoutes') ? call.arguments.map((argument) => guardAt(argument, 'router')) : [],
  );

/** `consumer.apply(X).forRoutes(OrdersController)`. */
function moduleGuards(file: BackendFile, route: Route): Guard[] {
  return (file.index.calls.get('forRoutes') ?? []).flatMap((call) => {
    if (!call.arguments.some((argument) => isFor(argument, route))) return [];
    let applied: TSESTree.Expression | null = receiverOf(call);
    for (let hops = 0; applied?.type === 'CallExpression' && hops < 5; hops++) {
      if (calleeName(applied) === 'apply') return applied.arguments.map((argument) => guardAt(argument, 'router'));
      if (calleeName(applied) === 'exclude' && applied.arguments.some((argument) => isFor(argument, route))) return [];
      applied = receiverOf(applied);
    }
    return [];
  });
}

function isFor(argument: Node, route: Route): boolean {
  const text = textOf(argument);
  if (text !== null) return covers(text, route.path);
  const value = follow(argument);
  if (value.type === 'ObjectExpression') {
    const path = findProperty(value, 'path')?.value;
    const method = findProperty(value, 'method')?.value;
    const verb =
      method?.type === 'MemberExpression' && method.property.type === 'Identifier' ? method.property.name : 'ALL';
    const mount = path ? textOf(path) : null;
    return mount !== null && covers(mount, route.path) && (verb === 'ALL' || verb === route.verb);
  }
  const entity = denote(argument);
  return entity?.kind === 'class' && route.controller !== null && isSamePlace(entity.node, route.controller);
}
