import { dirname, join } from 'node:path';

import type { PackageFacts } from '../model/project.js';
import { currentEpoch, onForget } from './caches.js';
import { asRecord, isDirectory, readJson, readText, upward } from './disk.js';
import { findVersion, type Version } from './version.js';
import { findPackageFolder, findWorkspace, findWorkspaceRoot } from './workspace.js';
import { readYaml } from './yaml.js';

export { allPackages, findWorkspace, type Workspace, type WorkspacePackage } from './workspace.js';

/** A package.json and what it says. */
export interface Package extends PackageFacts {
  readonly json: Readonly<Record<string, unknown>>;
  /**
   * Name to range, of all kinds of dependencies; those of the workspace root, which are installed for everyone, last.
   */
  readonly dependencies: ReadonlyMap<string, string>;
  /** The same without the workspace root's. */
  readonly ownDependencies: ReadonlyMap<string, string>;
}

const DEPENDENCY_FIELDS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const;

const packageOfFolder = new Map<string, { epoch: number; found: Package | null }>();
let packages = new WeakMap<object, { rootJson: object | null; root: string; found: Package }>();

onForget(() => {
  packageOfFolder.clear();
  packages = new WeakMap();
});

/** The dependencies that a package.json declares, production first. */
export function allDependencies(json: Readonly<Record<string, unknown>> | null): Map<string, string> {
  const merged = new Map<string, string>();
  for (const field of DEPENDENCY_FIELDS) {
    for (const [name, range] of Object.entries(asRecord(json?.[field]) ?? {})) {
      if (typeof range === 'string' && !merged.has(name)) merged.set(name, range);
    }
  }
  return merged;
}

/** The package that a file belongs to: the nearest package.json upward, inside the checkout. */
export function findPackage(file: string): Package | null {
  const folder = dirname(file);
  const epoch = currentEpoch();
  const known = packageOfFolder.get(folder);
  if (known?.epoch === epoch) return known.found;
  const dir = findPackageFolder(folder);
  const json = dir === null ? null : readJson(join(dir, 'package.json'));
  const found = dir === null || json === null ? null : packageAt(dir, json);
  packageOfFolder.set(folder, { epoch, found });
  return found;
}

function packageAt(dir: string, json: Record<string, unknown>): Package {
  const root = findWorkspaceRoot(dir);
  const rootJson = root === dir ? null : readJson(join(root, 'package.json'));
  const known = packages.get(json);
  if (known && known.root === root && known.rootJson === rootJson) return known.found;
  const ownDependencies = allDependencies(json);
  const dependencies = new Map(ownDependencies);
  for (const [name, range] of allDependencies(rootJson)) if (!dependencies.has(name)) dependencies.set(name, range);
  const found: Package = {
    dir,
    name: typeof json['name'] === 'string' ? json['name'] : null,
    json,
    dependencies,
    ownDependencies,
    workspaceRoot: root,
    hasDependency: (name) => dependencies.has(name),
    version: (name) => versionOf(name, dir, root, dependencies.get(name) ?? null),
  };
  packages.set(json, { root, rootJson, found });
  return found;
}

/** The installed version of a dependency, or what its range names. */
function versionOf(name: string, dir: string, root: string, range: string | null): Version | null {
  for (const current of upward(dir, root)) {
    // A folder that isn't there costs one look; readJson alone would look again for every name.
    if (!isDirectory(join(current, 'node_modules'))) continue;
    const installed = readJson(join(current, 'node_modules', name, 'package.json'))?.['version'];
    if (typeof installed === 'string') return findVersion(installed);
  }
  if (range === null) return null;
  if (range.startsWith('workspace:') && !/\d/.test(range)) {
    const own = findWorkspace(dir).byName.get(name)?.json['version'];
    return typeof own === 'string' ? findVersion(own) : null;
  }
  return findVersion(range.startsWith('catalog:') ? (findCatalogRange(name, range.slice(8), root) ?? '') : range);
}

/** pnpm's catalogs name ranges once for the whole workspace: `catalog:` and `catalogs: { react18: … }`. */
function findCatalogRange(name: string, catalog: string, root: string): string | null {
  const text = readText(join(root, 'pnpm-workspace.yaml'));
  const settings = text === null ? null : asRecord(readYaml(text)[0]);
  const isDefault = catalog === '' || catalog === 'default';
  const ranges = isDefault ? settings?.['catalog'] : asRecord(settings?.['catalogs'])?.[catalog];
  const range = asRecord(ranges)?.[name];
  return typeof range === 'string' ? range : null;
}

const closures = new WeakMap<Package, { epoch: number; names: ReadonlySet<string> }>();

/**
 * The names of all packages that code of a package may use: its own dependencies, its workspace root's, and those of
 * the workspace packages among them.
 */
export function dependenciesOf(from: Package): ReadonlySet<string> {
  const epoch = currentEpoch();
  const known = closures.get(from);
  if (known?.epoch === epoch) return known.names;
  const names = new Set(from.dependencies.keys());
  const { byName } = findWorkspace(from.dir);
  // A set grows while it is walked: dependencies of dependencies come last.
  for (const name of names) {
    const member = byName.get(name);
    if (member) for (const inner of allDependencies(member.json).keys()) names.add(inner);
  }
  // The same set again where nothing changed, so that what is derived from it is found again.
  const same =
    known !== undefined && known.names.size === names.size && [...names].every((name) => known.names.has(name));
  const kept = same ? known.names : names;
  closures.set(from, { epoch, names: kept });
  return kept;
}
