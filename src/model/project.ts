import type { DeploymentSign, Service } from './deployment.js';
import type { BackendFile } from './file.js';

/** What a user may say in `settings.backend`. */
export interface Settings {
  /** Modules that stand for a library's client: `{ '@/lib/db': 'prisma' }`. */
  readonly modules: Readonly<Record<string, string>>;
}

export type Resolution = { readonly file: string } | { readonly external: string } | null;

/** The nearest package.json and what rules ask of it. */
export interface PackageFacts {
  readonly dir: string;
  readonly name: string | null;
  readonly workspaceRoot: string;
  hasDependency(name: string): boolean;
  version(name: string): { readonly major: number; readonly minor: number; readonly patch: number } | null;
}

/** What lies beyond one file, asked on demand. Every answer may be "unknown" (null or empty); nothing throws. */
export interface Project {
  readonly settings: Settings;
  /** Where an import specifier leads: a file of this project, an external package, or nowhere known. */
  resolve(specifier: string, fromFile: string): Resolution;
  /** Another file of the project, parsed and analysed like the linted one. */
  open(path: string): BackendFile | null;
  findPackage(path: string): PackageFacts | null;
  /**
   * The names of all packages that code at `path` may use: its package's dependencies, its workspace root's, and those
   * of the workspace packages among them. Null where there is no package.json. The same set for the same package.
   */
  dependenciesOf(path: string): ReadonlySet<string> | null;
  /** Source files of the workspace of `path` whose text contains `needle`. */
  filesMentioning(path: string, needle: string | RegExp): readonly string[];
  /** Source files that import `path`. */
  importersOf(path: string): readonly string[];
  /** The texts of the database schemas in the workspace of `path`: `*.prisma`, and where there are none `*.sql`. */
  schemaTexts(path: string): readonly string[];
  /** The files of database schemas in the workspace of `path`: all `*.prisma` and `*.sql`. */
  schemaFiles(path: string): readonly string[];
  /** The text of a file beside the code, a schema's or its settings'; null where there is none, or it is too large. */
  schemaText(path: string): string | null;
  /** The texts of the settings of proxies in the workspace of `path`: nginx, Caddy, Traefik, ingresses, gateways. */
  proxyTexts(path: string): readonly string[];
  /** How the package of `path` is started: its package.json first, then Dockerfiles, process managers' settings and the like. */
  startTexts(path: string): readonly string[];
  /** What in the files round `path` shows that its system consists of several services. */
  deploymentEvidence(path: string): readonly DeploymentSign[];
  /** The services that the workspace of `path` shows, with the variables that manifests give them. */
  servicesRound(path: string): readonly Service[];
}
