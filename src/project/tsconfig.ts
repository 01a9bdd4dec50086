import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, resolve } from 'node:path';

import type * as GetTsconfig from 'get-tsconfig';

import { currentEpoch, onForget } from './caches.js';
import {
  allStrings,
  asRecord,
  configurationVersion,
  findEntries,
  isDirectory,
  isFile,
  isInside,
  readParsed,
  upward,
} from './disk.js';
import { findWorkspace, findWorkspaceRoot } from './workspace.js';

/** Loaded when a tsconfig is first read: it costs start-up time. */
const loadGetTsconfig = (): typeof GetTsconfig => createRequire(__filename)('get-tsconfig') as typeof GetTsconfig;

/** Where the `paths` and `baseUrl` of one config lead. */
export interface PathAliases {
  readonly configFile: string;
  /** Absolute paths without extension that a specifier may stand for, in order; empty where no alias matches. */
  candidates(specifier: string): readonly string[];
  /** Whether a `paths` pattern other than `*` names the specifier, so that it can't be meant as a package's name. */
  names(specifier: string): boolean;
}

interface Options {
  readonly paths: Record<string, string[]>;
  readonly baseUrl: string | null;
}

const MAX_CONFIGS = 2_000;
const MAX_EXTENDS = 16;

const aliasesOfConfig = new Map<string, { version: number; aliases: PathAliases | null }>();
const configsOfFolder = new Map<string, { epoch: number; files: readonly string[] }>();

onForget(() => {
  aliasesOfConfig.clear();
  configsOfFolder.clear();
});

/**
 * The configs that may say what an import in `dir` means, most telling first: those of the nearest folder, then those
 * of its parents up to the workspace root. A parent counts although TypeScript wouldn't read it, since bundlers and
 * test runners do, and since a candidate is only taken where its file exists.
 */
export function* allAliases(dir: string): Generator<PathAliases> {
  for (const current of upward(dir, findWorkspaceRoot(dir))) {
    for (const file of configsIn(current)) {
      const aliases = findAliases(file);
      if (aliases) yield aliases;
    }
  }
}

const PREFERRED = ['tsconfig.json', 'jsconfig.json', 'tsconfig.base.json', 'tsconfig.app.json'];

function configsIn(dir: string): readonly string[] {
  const epoch = currentEpoch();
  const known = configsOfFolder.get(dir);
  if (known?.epoch === epoch) return known.files;
  const names = [...(findEntries(dir)?.keys() ?? [])].filter((name) => /^[jt]sconfig(\.[\w.-]+)?\.json$/.test(name));
  const rank = (name: string): number => {
    const index = PREFERRED.indexOf(name);
    return index < 0 ? PREFERRED.length : index;
  };
  const files = names.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b)).map((name) => join(dir, name));
  for (const file of [...files]) {
    for (const reference of allReferences(file))
      if (isInside(reference, dir) && !files.includes(reference)) files.push(reference);
  }
  configsOfFolder.set(dir, { epoch, files });
  return files;
}

/** The configs of the project references of a config, relative paths resolved. */
function allReferences(configFile: string): string[] {
  const references = readConfig(configFile)?.['references'];
  if (!Array.isArray(references)) return [];
  return references.flatMap((reference: unknown) => {
    const path = asRecord(reference)?.['path'];
    if (typeof path !== 'string') return [];
    const target = resolve(dirname(configFile), path);
    return target.endsWith('.json') ? [target] : [join(target, 'tsconfig.json')];
  });
}

const readConfig = (file: string): Record<string, unknown> | null => readParsed(file, parseJsonWithComments);

function findAliases(configFile: string): PathAliases | null {
  const known = aliasesOfConfig.get(configFile);
  if (known?.version === configurationVersion()) return known.aliases;
  // Reads the whole chain of `extends` through the cache of configurations, which notices when one of them changes.
  const options = readOptions(configFile, 0);
  if (aliasesOfConfig.size >= MAX_CONFIGS) aliasesOfConfig.clear();
  const aliases = parseStrictly(configFile) ?? aliasesFrom(configFile, options);
  aliasesOfConfig.set(configFile, { version: configurationVersion(), aliases });
  return aliases;
}

/** What get-tsconfig makes of the config; null where it can't follow it, or where it names no aliases. */
function parseStrictly(configFile: string): PathAliases | null {
  try {
    const { createPathsMatcher, parseTsconfig } = loadGetTsconfig();
    const config = parseTsconfig(configFile);
    const options = config.compilerOptions;
    if (!options?.paths && !options?.baseUrl) return null;
    const matcher = createPathsMatcher({ path: configFile, config });
    if (!matcher) return null;
    const patterns = Object.keys(options.paths ?? {});
    return {
      configFile,
      candidates: (specifier) => {
        try {
          return matcher(specifier);
        } catch {
          return [];
        }
      },
      names: (specifier) => patterns.some((pattern) => pattern !== '*' && matches(pattern, specifier) !== null),
    };
  } catch {
    return null;
  }
}

/** The same read leniently: a config whose `extends` isn't installed still has its own `paths`. */
function aliasesFrom(configFile: string, { paths, baseUrl }: Options): PathAliases | null {
  const patterns = Object.keys(paths).sort((a, b) => b.length - a.length);
  if (patterns.length === 0 && baseUrl === null) return null;
  return {
    configFile,
    candidates: (specifier) => {
      const found: string[] = [];
      for (const pattern of patterns) {
        const star = matches(pattern, specifier);
        if (star === null) continue;
        for (const target of paths[pattern] ?? []) found.push(target.replace('*', () => star));
        break;
      }
      if (found.length === 0 && baseUrl !== null) found.push(join(baseUrl, specifier));
      return found;
    },
    names: (specifier) => patterns.some((pattern) => pattern !== '*' && matches(pattern, specifier) !== null),
  };
}

/** What `*` stands for where the pattern matches (`''` for an exact one); null where it doesn't. */
export function matches(pattern: string, specifier: string): string | null {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === specifier ? '' : null;
  const before = pattern.slice(0, star);
  const after = pattern.slice(star + 1);
  if (specifier.length < before.length + after.length) return null;
  if (!specifier.startsWith(before) || !specifier.endsWith(after)) return null;
  return specifier.slice(before.length, specifier.length - after.length);
}

function readOptions(configFile: string, depth: number): Options {
  const nothing: Options = { paths: {}, baseUrl: null };
  const config = readConfig(configFile);
  if (!config || depth > MAX_EXTENDS) return nothing;
  const dir = dirname(configFile);
  let inherited = nothing;
  const parents = typeof config['extends'] === 'string' ? [config['extends']] : allStrings(config['extends']);
  for (const parent of parents) {
    const file = findExtended(parent, dir);
    if (file === null) continue;
    const options = readOptions(file, depth + 1);
    inherited = {
      paths: Object.keys(options.paths).length > 0 ? options.paths : inherited.paths,
      baseUrl: options.baseUrl ?? inherited.baseUrl,
    };
  }
  const own = asRecord(config['compilerOptions']);
  const baseUrl = typeof own?.['baseUrl'] === 'string' ? resolve(dir, own['baseUrl']) : inherited.baseUrl;
  const ownPaths = asRecord(own?.['paths']);
  if (!ownPaths) return { paths: inherited.paths, baseUrl };
  const paths: Record<string, string[]> = {};
  for (const [pattern, targets] of Object.entries(ownPaths)) {
    paths[pattern] = allStrings(targets).map((target) =>
      isAbsolute(target) ? target : resolve(baseUrl ?? dir, target.replace('${configDir}', dir)),
    );
  }
  return { paths, baseUrl };
}

/** The config that `extends` names: a file beside, or one in a package of the workspace. */
function findExtended(specifier: string, dir: string): string | null {
  const withExtension = (path: string): string | null =>
    [path, `${path}.json`, join(path, 'tsconfig.json')].find((candidate) => isFile(candidate)) ?? null;
  if (specifier.startsWith('.') || isAbsolute(specifier)) return withExtension(resolve(dir, specifier));
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const rest = specifier.slice(name.length + 1);
  const member = findWorkspace(dir).byName.get(name);
  if (member) return withExtension(join(member.dir, rest || 'tsconfig.json'));
  for (const current of upward(dir)) {
    const folder = join(current, 'node_modules', name);
    if (isDirectory(folder)) return withExtension(join(folder, rest || 'tsconfig.json'));
  }
  return null;
}

/** Parses JSON with comments and trailing commas; null where it is no object. */
export function parseJsonWithComments(text: string): Record<string, unknown> | null {
  // Strings first, so that `"**/*"` isn't taken for the start of a comment.
  const plain = text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (part) =>
    part[0] === '"' ? part : '',
  );
  const strict = plain.replace(/"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/g, (part) => (part[0] === '"' ? part : ''));
  try {
    return asRecord(JSON.parse(strict));
  } catch {
    return null;
  }
}

/** What a config inherits. */
export interface Inherited {
  readonly options: Readonly<Record<string, unknown>>;
  /** Whether every config that it extends could be read. */
  readonly isComplete: boolean;
  /** Whether one of these is the project's own, outside node_modules. */
  readonly isShared: boolean;
}

/**
 * The compiler options that a config inherits through `extends`; its own are none of them.
 * @param config what it holds, which may not be saved yet
 */
export function inheritedOptions(configFile: string, config: Readonly<Record<string, unknown>>, depth = 0): Inherited {
  const parents = typeof config['extends'] === 'string' ? [config['extends']] : allStrings(config['extends']);
  let options: Record<string, unknown> = {};
  let isComplete = depth <= MAX_EXTENDS;
  let isShared = false;
  for (const parent of isComplete ? parents : []) {
    const file = findExtended(parent, dirname(configFile));
    const read = file === null ? null : readConfig(file);
    if (file === null || !read) {
      isComplete = false;
      continue;
    }
    const above = inheritedOptions(file, read, depth + 1);
    options = { ...options, ...above.options, ...asRecord(read['compilerOptions']) };
    isComplete &&= above.isComplete;
    isShared ||= above.isShared || !/[\\/]node_modules[\\/]/.test(file);
  }
  return { options, isComplete, isShared };
}
