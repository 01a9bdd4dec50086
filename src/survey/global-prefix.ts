import { joinPaths } from '../facts/paths.js';
import { constantOf, follow, propertyIn } from '../facts/values.js';
import { fileOf, sourceText, type BackendFile } from '../model/file.js';
import type { Route } from '../model/route.js';
import type { TSESTree } from '../syntax/ast.js';
import { decoratorsOf } from '../syntax/nodes.js';

/** What NestJS puts before the paths of all controllers. */
export interface GlobalPrefix {
  readonly path: string;
  /** Of controllers and methods that name no version themselves. */
  readonly version: string | null;
  /** Versions stand in the path at all. */
  readonly isVersioned: boolean;
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
  if (!prefix) return null;
  const version = ownVersion(route);
  return version === undefined || !prefix.isVersioned ? prefix : { ...prefix, version };
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
  return { path, ...versioningIn(file), excluded: options ? excludedIn(options) : [] };
}

function versioningIn(file: BackendFile): Pick<GlobalPrefix, 'version' | 'isVersioned'> {
  const [call] = file.index.calls.get('enableVersioning') ?? [];
  const [options] = call?.arguments ?? [];
  const given = options && follow(options);
  if (given?.type !== 'ObjectExpression' || !/VersioningType\.URI/.test(sourceText(given)))
    return { version: null, isVersioned: false };
  const version = propertyIn(given, 'defaultVersion');
  const constant = version && version !== 'unknown' ? constantOf(version) : null;
  const isConstant = typeof constant === 'string' || typeof constant === 'number';
  return { version: isConstant ? String(constant) : null, isVersioned: true };
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

/** A version of its own: `@Version('2')`, `@Controller({ version: '2' })`; null for none at all (`VERSION_NEUTRAL`), or several. */
function ownVersion({ decorators, controller }: Route): string | null | undefined {
  const texts = [...decorators, ...(controller ? decoratorsOf(controller) : [])].map((each) => sourceText(each));
  const said = texts.find((text) => /^@Version\(|\bversion:/.test(text));
  if (said === undefined) return undefined;
  return /(?:^@Version\(|\bversion:)\s*['"]([\w.]+)['"]/.exec(said)?.[1] ?? null;
}
