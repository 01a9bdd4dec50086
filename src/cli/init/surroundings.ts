import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Yarn 1 has options of its own, and needs nothing of corepack. */
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'yarn-classic' | 'bun';

/** What `init` has to know of the folder that it runs in. */
export interface Surroundings {
  readonly cwd: string;
  /** Text of a file of the folder; null where there is none. */
  readonly read: (file: string) => string | null;
  /** The names in a folder; none where there is no such folder. */
  readonly list: (folder: string) => readonly string[];
  readonly packageJson: Readonly<Record<string, unknown>>;
  readonly dependencies: ReadonlySet<string>;
  /** Major version of the ESLint that package.json asks for, else of the one installed; null where there is none. */
  readonly eslint: number | null;
  readonly hasTypeScript: boolean;
  readonly packageManager: PackageManager;
  /** Whether package.json says which version of it the project uses. */
  readonly isManagerPinned: boolean;
  readonly isWorkspaceRoot: boolean;
}

const LOCKFILES: readonly (readonly [string, PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
];

/** Looks at the folder; null where it has no package.json that can be read. */
export function lookAround(cwd: string): Surroundings | null {
  const read = (file: string): string | null => {
    try {
      return readFileSync(join(cwd, file), 'utf8');
    } catch {
      return null;
    }
  };
  const list = (folder: string): readonly string[] => {
    try {
      return readdirSync(join(cwd, folder)).sort();
    } catch {
      return [];
    }
  };
  let packageJson: Record<string, unknown>;
  try {
    packageJson = JSON.parse(read('package.json') ?? '') as Record<string, unknown>;
  } catch {
    return null;
  }
  const ranges = { ...recordAt(packageJson, 'dependencies'), ...recordAt(packageJson, 'devDependencies') };
  return {
    cwd,
    read,
    list,
    packageJson,
    dependencies: new Set(Object.keys(ranges)),
    eslint: majorOf(ranges['eslint']) ?? installedMajor(cwd),
    hasTypeScript: 'typescript' in ranges || existsSync(join(cwd, 'tsconfig.json')),
    packageManager: managerOf(packageJson, cwd),
    isManagerPinned: typeof packageJson['packageManager'] === 'string',
    isWorkspaceRoot: 'workspaces' in packageJson || existsSync(join(cwd, 'pnpm-workspace.yaml')),
  };
}

export function recordAt(value: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
  const found = value[name];
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Record<string, unknown>) : {};
}

function installedMajor(cwd: string): number | null {
  try {
    const { version } = createRequire(join(cwd, 'package.json'))('eslint/package.json') as { version: string };
    return majorOf(version);
  } catch {
    return null;
  }
}

function majorOf(range: unknown): number | null {
  const [, major] = typeof range === 'string' ? (/(\d+)(?:\.|$)/.exec(range) ?? []) : [];
  return major === undefined ? null : Number(major);
}

function managerOf(packageJson: Readonly<Record<string, unknown>>, cwd: string): PackageManager {
  const field = packageJson['packageManager'];
  const [, named, major] = /^(npm|pnpm|yarn|bun)@(\d+)/.exec(typeof field === 'string' ? field : '') ?? [];
  if (named === 'yarn' && major === '1') return 'yarn-classic';
  if (named) return named as PackageManager;
  const found = LOCKFILES.find(([file]) => existsSync(join(cwd, file)))?.[1] ?? 'npm';
  const isClassic = found === 'yarn' && readFileSync(join(cwd, 'yarn.lock'), 'utf8').includes('# yarn lockfile v1');
  return isClassic ? 'yarn-classic' : found;
}

/** How the package manager installs for development, and runs a package's command that is installed. */
export const COMMANDS_OF: Readonly<
  Record<PackageManager, { readonly add: string; readonly exec: string; readonly ci: string }>
> = {
  npm: { add: 'npm install --save-dev', exec: 'npx --no-install', ci: 'npm ci' },
  pnpm: { add: 'pnpm add --save-dev', exec: 'pnpm exec', ci: 'pnpm install --frozen-lockfile' },
  yarn: { add: 'yarn add --dev', exec: 'yarn run', ci: 'yarn install --immutable' },
  'yarn-classic': { add: 'yarn add --dev', exec: 'yarn run', ci: 'yarn install --frozen-lockfile' },
  bun: { add: 'bun add --dev', exec: 'bunx --no-install', ci: 'bun install --frozen-lockfile' },
};
