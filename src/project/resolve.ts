import { isBuiltin } from 'node:module';
import { dirname, isAbsolute, join, resolve } from 'node:path';

import type { Resolution } from '../model/project.js';
import { currentEpoch, onForget } from './caches.js';
import { isDirectory, isInside, readJson, upward } from './disk.js';
import { findModuleFile } from './module-file.js';
import { findPackage, findWorkspace, type Package } from './packages.js';
import { allMapTargets, findSourceEntry, sourceCandidates } from './source-entry.js';
import { allAliases } from './tsconfig.js';

const MAX_ENTRIES = 200_000;

const resolutions = new Map<string, Map<string, { epoch: number; resolution: Resolution }>>();
let entryCount = 0;

onForget(() => {
  resolutions.clear();
  entryCount = 0;
});

/**
 * Where an import specifier leads.
 * @param specifier as written: `./db`, `@/lib/db.js`, `@acme/auth/jwt`, `#config`, `node:fs`, `express`
 * @param fromFile absolute path of the importing file
 * @returns `file`: an existing file of the project, sources before builds; `external`: the name of a package outside
 * it, builtins without `node:`; null where it leads nowhere known. Never throws.
 */
export function resolveImport(specifier: string, fromFile: string): Resolution {
  const dir = dirname(fromFile);
  const epoch = currentEpoch();
  let known = resolutions.get(dir);
  if (!known) {
    known = new Map();
    resolutions.set(dir, known);
  }
  const entry = known.get(specifier);
  if (entry?.epoch === epoch) return entry.resolution;
  let resolution: Resolution;
  try {
    resolution = resolveAnew(specifier.replace(/[?].*$/, ''), dir, fromFile);
  } catch {
    resolution = null;
  }
  if (!entry && ++entryCount > MAX_ENTRIES) {
    resolutions.clear();
    resolutions.set(dir, known);
    entryCount = known.size + 1;
  }
  known.set(specifier, { epoch, resolution });
  return resolution;
}

function resolveAnew(specifier: string, dir: string, fromFile: string): Resolution {
  if (specifier === '' || specifier.includes('\0')) return null;
  if (/^\.{1,2}(?:\/|$)/.test(specifier)) return asFile(findRelative(join(dir, specifier) + trailingSlash(specifier)));
  if (isAbsolute(specifier)) return asFile(findModuleFile(resolve(specifier)));
  if (isBuiltin(specifier)) return { external: specifier.replace(/^node:/, '') };
  const registry = /^(?:npm|jsr):\/?(@[^/]+\/[^@/]+|[^@/]+)/.exec(specifier);
  if (registry?.[1]) return { external: registry[1] };
  // `bun:sqlite`, `cloudflare:workers`, `https://…`: modules of a runtime, by their full name.
  if (/^[a-z][a-z0-9+.-]+:/i.test(specifier)) return { external: specifier };

  const owner = findPackage(fromFile);
  const name = packageName(specifier);
  let isAlias = false;
  for (const aliases of allAliases(dir)) {
    for (const candidate of aliases.candidates(specifier)) {
      const file = findAliased(candidate);
      if (file !== null) return { file };
    }
    isAlias ||= aliases.names(specifier);
  }
  if (specifier.startsWith('#')) return resolvePrivate(specifier, owner, dir);
  const ownFile = findWorkspaceFile(specifier, name, dir, owner);
  if (ownFile !== null) return { file: ownFile };
  const conventional = findConventional(specifier, name, owner);
  if (conventional !== null) return { file: conventional };
  if (/^[@~]?\//.test(specifier) || name === null) return null;
  if (isAlias && !owner?.hasDependency(name) && !isInstalled(name, dir)) return null;
  return { external: name };
}

const asFile = (file: string | null): Resolution => (file === null ? null : { file });

/** A relative import; one into a build that isn't there (tests that import `../lib/app`) means the source. */
function findRelative(path: string): string | null {
  const direct = findModuleFile(path);
  if (direct !== null) return direct;
  // A file in the folder that `path` may be: `..` can be the package's own folder.
  const owner = findPackage(join(path, 'index'));
  if (!owner || !isInside(path, owner.dir)) return null;
  if (path.replace(/[\\/]+$/, '') === owner.dir) return findSourceEntry(owner.dir, owner.json, '.');
  for (const source of sourceCandidates(path.slice(owner.dir.length + 1).replace(/\\/g, '/'))) {
    const file = findModuleFile(join(owner.dir, source));
    if (file !== null) return file;
  }
  return null;
}

/** `join` drops the slash of `./lib/`, which says that the folder is meant and not `lib.ts` beside it. */
const trailingSlash = (specifier: string): string => (/(?:^|\/)\.{0,2}\/?$/.test(specifier) ? '/' : '');

/** The package that a bare specifier names: `@scope/pkg/sub` gives `@scope/pkg`; null where it can't be one. */
export function packageName(specifier: string): string | null {
  return /^(?:@[\w.~-]+\/[\w.~-]+|[\w.-]+)(?=\/|$)/i.exec(specifier)?.[0] ?? null;
}

/** The file of an alias' target. A target in node_modules is an external package after all. */
function findAliased(candidate: string): string | null {
  if (/[\\/]node_modules[\\/]/.test(candidate)) return null;
  const direct = findModuleFile(candidate);
  if (direct !== null && !/[\\/](?:dist|build|out)[\\/]/.test(direct)) return direct;
  const owner = findPackage(candidate);
  if (owner && isInside(candidate, owner.dir)) {
    if (candidate === owner.dir || candidate === join(owner.dir, 'dist')) {
      return findSourceEntry(owner.dir, owner.json, '.') ?? direct;
    }
    for (const source of sourceCandidates(candidate.slice(owner.dir.length + 1).replace(/\\/g, '/'))) {
      const file = findModuleFile(join(owner.dir, source));
      if (file !== null) return file;
    }
  }
  return direct;
}

/** `#name`, by the `imports` of the nearest package.json (https://nodejs.org/api/packages.html#subpath-imports). */
function resolvePrivate(specifier: string, owner: Package | null, dir: string): Resolution {
  if (!owner) return null;
  for (const target of allMapTargets(owner.json['imports'], specifier, null)) {
    if (!target.startsWith('.')) {
      const resolution = resolveAnew(target, dir, join(owner.dir, 'package.json'));
      if (resolution) return resolution;
      continue;
    }
    for (const candidate of [...sourceCandidates(target), target]) {
      const file = findModuleFile(join(owner.dir, candidate));
      if (file !== null) return { file };
    }
  }
  return null;
}

/** A file of another package of this workspace, or of one that is linked in by `file:` or `link:`. */
function findWorkspaceFile(specifier: string, name: string | null, dir: string, owner: Package | null): string | null {
  if (name === null) return null;
  const subpath = `.${specifier.slice(name.length)}`.replace(/\/$/, '');
  const member = findWorkspace(dir).byName.get(name);
  if (member) return findSourceEntry(member.dir, member.json, subpath);
  if (owner?.name === name) return findSourceEntry(owner.dir, owner.json, subpath);
  const linked = /^(?:file|link|portal):(.+)$/.exec(owner?.dependencies.get(name) ?? '')?.[1];
  if (!owner || !linked) return null;
  for (const base of [owner.dir, owner.workspaceRoot]) {
    const json = readJson(join(base, linked, 'package.json'));
    const file = json ? findSourceEntry(join(base, linked), json, subpath) : null;
    if (file !== null) return file;
  }
  return null;
}

/**
 * The aliases that everyone uses, where the config that declares them is missing, broken or a bundler's: `@/x`, `~/x`
 * from `src` or the package's folder; and `src/x` from the package's folder.
 */
function findConventional(specifier: string, name: string | null, owner: Package | null): string | null {
  if (!owner) return null;
  const alias = /^[@~]\/(.*)$/.exec(specifier);
  if (alias) {
    for (const base of new Set([owner.dir, owner.workspaceRoot])) {
      for (const folder of ['src', '', 'app']) {
        const file = findModuleFile(join(base, folder, alias[1] ?? ''));
        if (file !== null) return file;
      }
    }
    return null;
  }
  // SvelteKit's own alias stands in a tsconfig that its build generates.
  const library = /^\$lib(?:\/(.*))?$/.exec(specifier);
  if (library) return findModuleFile(join(owner.dir, 'src', 'lib', library[1] ?? ''));
  const first = specifier.split('/', 1)[0] ?? '';
  if (name === null || !specifier.includes('/') || first.startsWith('@') || owner.hasDependency(name)) return null;
  if (first === 'node_modules' || !isDirectory(join(owner.dir, first))) return null;
  return findModuleFile(join(owner.dir, specifier));
}

function isInstalled(name: string, dir: string): boolean {
  for (const current of upward(dir)) {
    const modules = join(current, 'node_modules');
    if (isDirectory(modules) && isDirectory(join(modules, name))) return true;
  }
  return false;
}
