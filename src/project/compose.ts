import { dirname, join, resolve } from 'node:path';

import { asRecord, readJson, readParsed } from './disk.js';
import { buildFolders, isAuxiliaryName, isFrontendOnly, isThirdPartyDockerfile } from './infrastructure.js';
import { allDependencies } from './packages.js';
import { readYaml } from './yaml.js';

/** A service that a compose file builds from sources. */
export interface BuiltService {
  readonly name: string;
  /** Absolute folder that it is built from. */
  readonly context: string;
  readonly dockerfile: string;
}

/** `docker-compose.yml`, `compose.prod.yaml` and the like, those for tests left out. */
export const isComposeFile = (name: string): boolean =>
  /^(?:docker-)?compose(?:[._-][\w.-]+)?\.ya?ml$/i.test(name) && !/[._-](?:test|tests|e2e|ci)[._-]/i.test(name);

/**
 * The services that a compose file builds here, each once (https://docs.docker.com/reference/compose-file/build/).
 * Images of others, jobs that run once, and user interfaces don't count; the same build with the same command in two
 * services counts once.
 */
export function allBuiltServices(file: string): BuiltService[] {
  const services = asRecord(asRecord(readParsed(file, readYaml)?.[0])?.['services']);
  const built = new Map<string, BuiltService>();
  for (const [name, value] of Object.entries(services ?? {})) {
    const service = asRecord(value);
    const build = service?.['build'];
    if (build === undefined || build === null || isAuxiliaryName(name)) continue;
    const details = asRecord(build);
    const written = typeof build === 'string' ? build : (details?.['context'] ?? '.');
    if (typeof written !== 'string' || /^(?:https?|git|ssh):|^git@/.test(written)) continue;
    const context = resolve(dirname(file), defaultsOf(written));
    const named = details?.['dockerfile'];
    const dockerfile = resolve(context, typeof named === 'string' ? defaultsOf(named) : 'Dockerfile');
    if (isThirdPartyDockerfile(dockerfile) || isUserInterface(context, dockerfile)) continue;
    const key = JSON.stringify([context, dockerfile, details?.['target'], details?.['args'], service?.['command']]);
    if (!built.has(key)) built.set(key, { name, context, dockerfile });
  }
  return [...built.values()];
}

/** `${SERVICE_DIR:-./api}` gives `./api`; a variable without default nothing. */
const defaultsOf = (text: string): string =>
  text.replace(/\$\{\w+(?::?-([^}]*))?\}|\$\w+/g, (_, fallback: string | undefined) => fallback ?? '');

function isUserInterface(context: string, dockerfile: string): boolean {
  const [folder] = buildFolders(context, dockerfile);
  const json = folder === undefined ? null : readJson(join(folder, 'package.json'));
  return json !== null && isFrontendOnly(allDependencies(json).keys());
}
