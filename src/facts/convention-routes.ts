import { libraries } from '../libraries/index.js';
import { type BackendFile, sourceText } from '../model/file.js';
import type { FileConvention, Library } from '../model/library.js';
import type { Route, Verb } from '../model/route.js';
import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import { isClass, keyName } from '../syntax/nodes.js';
import { denoteType } from './annotations.js';
import { findVariable } from './bindings.js';
import { exportsOf } from './exports.js';
import { addressOf } from './paths.js';
import { handlerRoute, peel } from './steps.js';
import { follow } from './values.js';

const VERBS: readonly Verb[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

interface Found {
  readonly convention: FileConvention;
  readonly library: Library;
  readonly path: string;
}

const withFiles = libraries.filter((library) => library.files);

/** The conventions that hold for a file by its place, its package and its text. */
export const conventionsOf = (file: BackendFile): readonly Found[] => file.memo(findConventions);

function findConventions(file: BackendFile): Found[] {
  const owner = file.project.findPackage(file.path);
  const path = (owner ? file.path.slice(owner.dir.length + 1) : file.path).replaceAll('\\', '/');
  return withFiles.flatMap((library) =>
    library.files!.flatMap((convention) =>
      convention.path.test(path) &&
      (convention.text?.test(file.text) ?? true) &&
      (convention.dependencies?.some((name) => owner?.hasDependency(name)) ?? true)
        ? [{ convention, library, path }]
        : [],
    ),
  );
}

/** Routes by a file's place and exports: Next.js, SvelteKit, Nuxt, Lambda, Workers. */
export function conventionRoutes(file: BackendFile): Route[] {
  const found = conventionsOf(file);
  // `server/api/x.post.ts` fits more than one convention of its framework: one of them is enough.
  const first = new Map(found.map((each) => [each.library, each] as const));
  return [...first.values()].flatMap((each) => routesByExports(file, each));
}

/** What the framework gives the parameters of the functions that it calls in this file. */
export const conventionParameters = (file: BackendFile): ReadonlyMap<FunctionNode, Found> => file.memo(findParameters);

function findParameters(file: BackendFile): Map<FunctionNode, Found> {
  const map = new Map<FunctionNode, Found>();
  for (const found of conventionsOf(file))
    if (found.convention.params)
      for (const { handler } of routesByExports(file, found)) if (handler?.fn) map.set(handler.fn, found);
  return map;
}

function routesByExports(file: BackendFile, found: Found): Route[] {
  const { convention, library } = found;
  const group = convention.path.exec(found.path)?.[1];
  const hasAddress = group !== undefined || new RegExp(`${convention.path.source}|`).exec('')!.length > 1;
  const path = hasAddress ? addressOf(group ?? '') : null;
  const route = (verb: Verb, node: Node, value: Node = node): Route =>
    handlerRoute({ library, verb, path, node, proof: 'convention' }, value);
  const { names, whole } = exportsOf(file);
  const named = (name: string): Node | null => {
    const exported = names.get(name);
    if (exported) return 'node' in exported ? exported.node : null;
    return name === 'default' ? whole : null;
  };
  switch (convention.exports) {
    case 'verbs':
      return [...VERBS, 'fallback'].flatMap((name) => {
        const node = named(name);
        return node ? [route(name === 'fallback' ? 'ALL' : (name as Verb), declarationOf(node), node)] : [];
      });
    case 'default': {
      const suffix = /\.(get|post|put|patch|delete|head|options)\.[cm]?[jt]s$/.exec(found.path)?.[1]?.toUpperCase();
      const node = named('default');
      return node ? [route((suffix as Verb | undefined) ?? 'ALL', declarationOf(node), node)] : [];
    }
    case 'handler':
      return [...names].flatMap(([name, exported]) => {
        if (!('node' in exported)) return [];
        const made = route('ALL', declarationOf(exported.node), exported.node);
        return made.handler?.fn && isHttpHandler(name, exported.node, made.handler.fn) ? [made] : [];
      });
    case 'fetch': {
      const node = named('default');
      return node ? fetchOf(node).map((property) => route('ALL', property, property.value)) : [];
    }
    case 'actions': {
      const node = named('actions');
      const actions = node && follow(node);
      if (actions?.type !== 'ObjectExpression') return [];
      return actions.properties.flatMap((property) =>
        property.type === 'Property' ? [route('POST', property, property.value)] : [],
      );
    }
  }
}

/** `exports.create = async (event) => { … return { statusCode } }`, as the Serverless Framework names them. */
function answersEvent(fn: FunctionNode): boolean {
  const event = fn.params[0];
  if (event?.type !== 'Identifier' || event.name !== 'event' || fn.parent.type === 'CallExpression') return false;
  return /\bstatusCode\b/.test(sourceText(fn));
}

/** A Lambda that answers HTTP: its annotation says so; without one, `handler` by its name, or what it answers with. */
function isHttpHandler(name: string, node: Node, fn: FunctionNode): boolean {
  const declared = node.type === 'Identifier' ? findVariable(node)?.defs[0]?.node : null;
  const own = declared?.type === 'VariableDeclarator' ? declared.id.typeAnnotation?.typeAnnotation : undefined;
  if (own) return isInstance(own, 'lambda.Handler');
  const event = fn.params[0];
  const annotation = event && 'typeAnnotation' in event ? event.typeAnnotation?.typeAnnotation : undefined;
  if (!annotation || annotation.type === 'TSAnyKeyword' || annotation.type === 'TSUnknownKeyword')
    return name === 'handler' || answersEvent(fn);
  return isInstance(annotation, 'lambda.Event');
}

function isInstance(type: TSESTree.TypeNode, id: string): boolean {
  const entity = denoteType(type);
  return entity?.kind === 'instance' && entity.type.is(id);
}

/** The `fetch` of a default-exported object or class. */
function fetchOf(node: Node): (TSESTree.Property | TSESTree.MethodDefinition)[] {
  const value = follow(node);
  const members = value.type === 'ObjectExpression' ? value.properties : isClass(value) ? value.body.body : [];
  return members.filter(
    (member): member is TSESTree.Property | TSESTree.MethodDefinition =>
      (member.type === 'Property' || member.type === 'MethodDefinition') &&
      keyName(member.key, member.computed) === 'fetch' &&
      peel(member.value).fn !== null,
  );
}

/** The statement that a declared name stands in, or the default export, for reporting. */
function declarationOf(node: Node): Node {
  let up: Node = node;
  if (node.type !== 'Identifier') {
    return up.parent?.type === 'ExportDefaultDeclaration' ? up.parent : up;
  }
  const declared = findVariable(node)?.defs[0]?.node as Node | undefined;
  up = declared && declared.type !== 'ImportSpecifier' ? declared : node;
  while (up.parent && up.parent.type !== 'Program' && up.parent.type !== 'ExportNamedDeclaration') up = up.parent;
  return up.parent?.type === 'ExportNamedDeclaration' ? up.parent : up;
}
