import { basename, join } from 'node:path';

import { asRecord, findEntries, readJson } from './disk.js';
import { SERVER_DEPENDENCY } from './infrastructure.js';
import { allDependencies, allPackages, type WorkspacePackage } from './packages.js';
import { findWorkspaceRoot } from './workspace.js';

/** A package (or an application of a Nest monorepo) that runs by itself. */
export interface DeployablePackage {
  readonly dir: string;
  readonly name: string;
  /** What tells so: `start script`, `Dockerfile`, `wrangler.toml`, `nest-cli.json`, … */
  readonly signs: readonly string[];
  /** Whether it serves: it has a server framework or takes work off a queue, rather than being a user interface. */
  readonly isServer: boolean;
}

const PLATFORM_FILE =
  /^(?:Dockerfile(?:\..+)?|.+\.Dockerfile|wrangler\.(?:toml|jsonc?)|serverless\.(?:ya?ml|ts|js|json)|fly\.toml|railway\.(?:json|toml)|render\.yaml|app\.ya?ml|Procfile|samconfig\.toml|vercel\.json|netlify\.toml)$/i;

const START = /^(?:start|serve)(?::prod(?:uction)?)?$|^prod$/;
const RUNS_SERVER =
  /\b(?:node|nest|tsx|ts-node|ts-node-dev|nodemon|bun|deno|pm2|next|nuxt|remix-serve|react-router-serve|fastify|wrangler)\b/;

/** The packages of the workspace round `root` that are deployed by themselves. */
export function deployablePackages(root: string): DeployablePackage[] {
  const found: DeployablePackage[] = [];
  const workspaceRoot = findWorkspaceRoot(root);
  const packages = allPackages(root);
  for (const member of packages) {
    const isRoot = member.dir === workspaceRoot;
    found.push(...nestApplications(member));
    // The root of a workspace starts the members; it is no service beside them.
    if (isRoot && packages.length > 1) continue;
    const deployable = findDeployable(member);
    if (deployable) found.push(deployable);
  }
  return found;
}

function findDeployable({ dir, name, json }: WorkspacePackage): DeployablePackage | null {
  const signs: string[] = [];
  const production = [...Object.keys(asRecord(json['dependencies']) ?? {})];
  const isServer = production.some((dependency) => SERVER_DEPENDENCY.test(dependency));
  const isPrivate = json['private'] === true;
  for (const entry of findEntries(dir)?.keys() ?? []) if (PLATFORM_FILE.test(entry)) signs.push(entry);
  const scripts = Object.entries(asRecord(json['scripts']) ?? {});
  const startsServer = scripts.some(([key, command]) => START.test(key) && RUNS_SERVER.test(String(command)));
  // A published library may have a `start` for its demo; one that serves nothing and isn't private is a library.
  if (startsServer && (isPrivate || isServer)) signs.push('start script');
  if (isPrivate && isServer && json['bin'] !== undefined) signs.push('bin');
  if (signs.length === 0 && !(isPrivate && isServer && looksLikeApp(json))) return null;
  if (signs.length === 0) signs.push('server framework');
  return { dir, name: name ?? basename(dir), signs, isServer };
}

/** A private package with a server framework that no other package can import: it has no entry to import. */
const looksLikeApp = (json: Readonly<Record<string, unknown>>): boolean =>
  json['main'] === undefined && json['exports'] === undefined && json['types'] === undefined;

/** `projects` of a nest-cli.json (https://docs.nestjs.com/cli/monorepo). */
function nestApplications({ dir }: WorkspacePackage): DeployablePackage[] {
  const projects = asRecord(readJson(join(dir, 'nest-cli.json'))?.['projects']);
  return Object.entries(projects ?? {}).flatMap(([name, value]) => {
    const project = asRecord(value);
    if (project?.['type'] !== 'application' || typeof project['root'] !== 'string') return [];
    return [{ dir: join(dir, project['root']), name, signs: ['nest-cli.json'], isServer: true }];
  });
}

/** Names of production dependencies of a package. */
export const productionDependencies = (json: Readonly<Record<string, unknown>>): ReadonlySet<string> =>
  new Set([
    ...allDependencies({
      dependencies: json['dependencies'],
      optionalDependencies: json['optionalDependencies'],
    }).keys(),
  ]);
