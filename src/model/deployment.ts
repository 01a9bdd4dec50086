/** A sign in the project's files that its system consists of several services. */
export interface DeploymentSign {
  readonly kind: string;
  /** For a message: `docker-compose.yaml builds catalog and identity`. */
  readonly detail: string;
  readonly services: readonly string[];
  /** `dependency`: only a package.json says so; the code may not use it. */
  readonly proof: 'file' | 'dependency';
}

/** A service of one's own that runs by itself, as packages, compose files and Kubernetes manifests show it. */
export interface Service {
  readonly name: string;
  /** Other names of it: of its package, build target, entry file. */
  readonly aliases: readonly string[];
  /** Absolute folder of its sources; null where it shares the folder with other services. */
  readonly folder: string | null;
  /** What it is built from, the same for services that run the same image. */
  readonly image: string;
  /**
   * The variables that a manifest gives it, each with what it is set from (`${JWT_SECRET}`, a Kubernetes secret and
   * key); null where that is not said.
   */
  readonly variables: ReadonlyMap<string, string | null>;
  /** The manifest that gives these, relative to the root of the workspace. */
  readonly manifest: string | null;
}

/** The name of a service without scope and the words that only say that it is one: `@acme/identity-service`, `identity`. */
export function plainName(name: string): string {
  const bare = name
    .toLowerCase()
    .replace(/^@[^/]+\//, '')
    .replaceAll('_', '-');
  return bare.replace(/-(?:service|svc|server|deployment|app)$/, '') || bare;
}
