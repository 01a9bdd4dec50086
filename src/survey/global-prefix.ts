import { joinPaths } from '../facts/paths.js';
import { constantOf, follow, propertyIn } from '../facts/values.js';
import { fileOf, sourceText, type BackendFile } from '../model/file.js';
import type { Route } from '../model/route.js';
import type { TSESTree } from '../syntax/ast.js';
import { decoratorName, decoratorsOf } from '../syntax/nodes.js';

/** What NestJS puts before the paths of all controllers. */
export interface GlobalPrefix {
  readonly path: string;
  /** Of controllers and methods that name no version themselves. */
  readonly version: string | null;
  readonly excluded: readonly string[];
}

/**
 * The global prefix of a NestJS route, as constants in its package say it (`setGlobalPrefix('api')`, with
 * `enableVersioning({ type: URI, defaultVersion })`: https://docs.nestjs.com/techniques/versioning); null where there is none.
 */
export function prefixOf(route: Route): GlobalPrefix | null {
  if (route.library.name !== 'nestjs' || !/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|ALL)$/.test(route.verb))
    return null;
  const file = fileOf(route.node);
  const folder = file.project.findPackage(file.path)?.dir;
  const paths = file.project
    .filesMentioning(file.path, 'setGlobalPrefix')
    .filter((path) => !/\b(?:spec|test|e2e)\b/.test(path));
  // One application of a monorepo says nothing of the others.
  const app = /^(.*\/(?:apps|packages|services)\/[^/]+\/)/.exec(file.path)?.[1] ?? folder;
  const own = paths.filter((path) => app !== undefined && path.startsWith(app));
  const [only] = own.length > 0 ? own : paths;
  const found = only !== undefined && own.length <= 1 ? file.project.open(only) : null;
  const prefix = found && found.memo(findPrefix);
  return prefix && (isVersioned(route) ? { ...prefix, version: null } : prefix);
}

/** The path below its prefix. */
export function addPrefix({ path: prefix, version, excluded }: GlobalPrefix, path: string | null): string | null {
  if (path === null || excluded.includes(path.replace(/^\//, ''))) return path;
  return joinPaths(prefix, version === null ? '' : `v${version}`, path);
}

function findPrefix(file: BackendFile): GlobalPrefix | null {
  const [call] = file.index.calls.get('setGlobalPrefix') ?? [];
  const [first, options] = call?.arguments ?? [];
  const path = first && first.type !== 'SpreadElement' ? constantOf(first) : null;
  if (typeof path !== 'string') return null;
  return { path, version: versionIn(file), excluded: options ? excludedIn(options) : [] };
}

function versionIn(file: BackendFile): string | null {
  const [call] = file.index.calls.get('enableVersioning') ?? [];
  const [options] = call?.arguments ?? [];
  const given = options && follow(options);
  if (given?.type !== 'ObjectExpression' || !/VersioningType\.URI/.test(sourceText(given))) return null;
  const version = propertyIn(given, 'defaultVersion');
  const constant = version && version !== 'unknown' ? constantOf(version) : null;
  return typeof constant === 'string' || typeof constant === 'number' ? String(constant) : null;
}

function excludedIn(options: TSESTree.CallExpressionArgument): string[] {
  const given = follow(options);
  const list = given.type === 'ObjectExpression' ? propertyIn(given, 'exclude') : null;
  const values = list && list !== 'unknown' ? follow(list) : null;
  if (values?.type !== 'ArrayExpression') return [];
  return values.elements.flatMap((element) => {
    const text = element && element.type !== 'SpreadElement' ? constantOf(element) : null;
    return typeof text === 'string' ? [text.replace(/^\//, '')] : [];
  });
}

/** A version of its own, or none at all: what stands then is not the default. */
const isVersioned = ({ decorators, controller }: Route): boolean =>
  decorators.some((each) => decoratorName(each) === 'Version') ||
  (controller !== null && decoratorsOf(controller).some((each) => /version/i.test(sourceText(each))));
