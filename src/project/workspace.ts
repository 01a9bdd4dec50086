import { basename, join } from 'node:path';

import { currentEpoch, onForget } from './caches.js';
import {
  allStrings,
  asRecord,
  findEntries,
  findGitRoot,
  isFile,
  isInside,
  readJson,
  readParsed,
  upward,
} from './disk.js';
import { allMemberFolders } from './globs.js';

export interface WorkspacePackage {
  readonly dir: string;
  readonly name: string | null;
  readonly json: Readonly<Record<string, unknown>>;
}

/** A workspace root and its members; a package alone is a workspace with no members. */
export interface Workspace {
  readonly root: string;
  /** The members, without the root's own package. */
  readonly packages: readonly WorkspacePackage[];
  readonly byName: ReadonlyMap<string, WorkspacePackage>;
}

const rootOfFolder = new Map<string, { epoch: number; root: string }>();
const workspaces = new Map<string, { epoch: number; workspace: Workspace }>();

onForget(() => {
  rootOfFolder.clear();
  workspaces.clear();
});

/** The lists under `packages:` in a pnpm-workspace.yaml, read line by line; other keys are passed over. */
export function readPnpmPackages(text: string): string[] {
  const globs: string[] = [];
  let isInList = false;
  for (const line of text.split(/\r?\n/)) {
    const plain = line.replace(/(^|\s)#.*$/, '').trimEnd();
    if (plain.trim() === '') continue;
    const key = /^packages\s*:\s*(.*)$/.exec(plain);
    if (key) {
      isInList = true;
      for (const item of key[1]?.replace(/^\[|\]$/g, '').split(',') ?? []) if (item.trim()) globs.push(unquote(item));
      continue;
    }
    const item = /^\s*-\s+(.+)$/.exec(plain);
    if (isInList && item?.[1]) globs.push(unquote(item[1]));
    else if (/^\S/.test(plain)) isInList = false;
  }
  return globs;
}

const unquote = (text: string): string => text.trim().replace(/^(['"])(.*)\1$/, '$2');

/** The globs by which a folder names workspace members; null where it names none. */
function findMemberGlobs(dir: string): string[] | null {
  const globs: string[] = [];
  const workspacesField = readJson(join(dir, 'package.json'))?.['workspaces'];
  globs.push(...allStrings(workspacesField), ...allStrings(asRecord(workspacesField)?.['packages']));
  globs.push(...(readParsed(join(dir, 'pnpm-workspace.yaml'), readPnpmPackages) ?? []));
  globs.push(...allStrings(readJson(join(dir, 'lerna.json'))?.['packages']));
  return globs.length > 0 ? globs : null;
}

/** Nx allows packages that no glob names. */
const NX_FOLDERS = ['apps/**', 'libs/**', 'packages/**'];

const isNxRoot = (dir: string): boolean => isFile(join(dir, 'nx.json'));

/** `turbo.json` stands in members too; there it extends the root's. */
const isTurboRoot = (dir: string): boolean => {
  const turbo = readJson(join(dir, 'turbo.json'));
  return turbo !== null && !('extends' in turbo);
};

/** The folder of the nearest package.json at or above `dir`, inside the checkout; null where there is none. */
export function findPackageFolder(dir: string): string | null {
  const gitRoot = findGitRoot(dir);
  let marker: string | null = null;
  for (const current of upward(dir, gitRoot)) {
    if (!findEntries(current)?.has('package.json')) continue;
    const json = readJson(join(current, 'package.json'));
    // `{ "type": "module" }` in a folder of sources says how to load them; the package is further up.
    if (json && ['name', 'dependencies', 'devDependencies', 'scripts', 'workspaces'].some((key) => key in json)) {
      return current;
    }
    marker ??= json ? current : null;
  }
  return marker;
}

/**
 * The root of the workspace that `dir` belongs to: the nearest folder above whose globs name the package, or that is
 * an Nx root. Never above the checkout (`.git`); a package that no one names is its own root.
 */
export function findWorkspaceRoot(dir: string): string {
  const epoch = currentEpoch();
  const known = rootOfFolder.get(dir);
  if (known?.epoch === epoch) return known.root;
  const root = lookForRoot(dir);
  rootOfFolder.set(dir, { epoch, root });
  return root;
}

function lookForRoot(dir: string): string {
  const gitRoot = findGitRoot(dir);
  const own = findPackageFolder(dir);
  for (const current of upward(own ?? dir, gitRoot)) {
    if (basename(current) === 'node_modules') break;
    const entries = findEntries(current);
    if (!entries?.has('package.json') && !entries?.has('pnpm-workspace.yaml')) continue;
    if (isNxRoot(current)) return current;
    const globs = findMemberGlobs(current);
    if (globs === null) {
      if (current === own && isTurboRoot(current)) return current;
      continue;
    }
    if (own === null || current === own) return current;
    if (getWorkspaceAt(current).packages.some((member) => isInside(own, member.dir))) return current;
  }
  return own ?? gitRoot ?? dir;
}

/** The workspace round `dir`. */
export const findWorkspace = (dir: string): Workspace => getWorkspaceAt(findWorkspaceRoot(dir));

function getWorkspaceAt(root: string): Workspace {
  const epoch = currentEpoch();
  const known = workspaces.get(root);
  if (known?.epoch === epoch) return known.workspace;
  const globs = findMemberGlobs(root) ?? [];
  if (isNxRoot(root)) globs.push(...NX_FOLDERS);
  const packages: WorkspacePackage[] = [];
  const byName = new Map<string, WorkspacePackage>();
  for (const path of allMemberFolders(root, globs)) {
    const dir = join(root, path);
    const json = readJson(join(dir, 'package.json'));
    if (!json) continue;
    const name = typeof json['name'] === 'string' ? json['name'] : null;
    const member = { dir, name, json };
    packages.push(member);
    if (name !== null && !byName.has(name)) byName.set(name, member);
  }
  const workspace = { root, packages, byName };
  workspaces.set(root, { epoch, workspace });
  return workspace;
}

/** Every package of the workspace round `dir`, the root's own first where it has one. */
export function allPackages(dir: string): WorkspacePackage[] {
  const { root, packages } = findWorkspace(dir);
  const json = readJson(join(root, 'package.json'));
  if (!json) return [...packages];
  return [{ dir: root, name: typeof json['name'] === 'string' ? json['name'] : null, json }, ...packages];
}
