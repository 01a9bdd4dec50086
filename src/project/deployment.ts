import { basename, dirname, join } from 'node:path';

import { currentEpoch, onForget } from './caches.js';
import { allBuiltServices, type BuiltService, isComposeFile } from './compose.js';
import { deployablePackages, productionDependencies } from './deployables.js';
import {
  asRecord,
  findEntries,
  findGitRoot,
  isFile,
  isInside,
  readParsed,
  readText,
  relativePath,
  upward,
} from './disk.js';
import { allFiles, classifyFile } from './files.js';
import { imageName, isThirdPartyImage } from './infrastructure.js';
import { allWorkloads } from './kubernetes.js';
import { findPackage } from './packages.js';
import { readYaml } from './yaml.js';

export { deployablePackages, type DeployablePackage } from './deployables.js';

/** `foreign-issuer` and `own-jwks` are read from code by those who can; this module never gives them. */
export type EvidenceKind =
  | 'compose'
  | 'kubernetes'
  | 'skaffold'
  | 'tilt'
  | 'microservice-transport'
  | 'deployable-packages'
  | 'foreign-issuer'
  | 'own-jwks';

/** A sign that a system consists of several services. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** The file that shows it, relative to the root of the workspace (with `../` where it stands above). */
  readonly file: string;
  /** For a message: `docker-compose.yaml builds catalog and identity`. */
  readonly detail: string;
  /** The services' names, sorted; empty where it names none. */
  readonly services: readonly string[];
  /** Absolute folders that the services are built from, where that is known. */
  readonly folders: readonly string[];
  /** `dependency`: only a package.json says so; the code may not use it. */
  readonly proof: 'file' | 'dependency';
}

const MAX_PARENTS = 3;

const evidenceOfRoot = new Map<string, { epoch: number; evidence: readonly Evidence[] }>();

onForget(() => {
  evidenceOfRoot.clear();
});

/**
 * What in the files round `file` shows that its system is distributed: manifests of the workspace, compose files above
 * it that build this package, transports among its dependencies. Several services prove nothing by themselves: whether
 * they share a secret is for the rule to find out.
 */
export function deploymentEvidence(file: string): readonly Evidence[] {
  const owner = findPackage(file);
  if (!owner) return [];
  const root = owner.workspaceRoot;
  const epoch = currentEpoch();
  let known = evidenceOfRoot.get(root);
  if (known?.epoch !== epoch) {
    known = { epoch, evidence: [...manifestEvidence(root), ...packageEvidence(root)] };
    evidenceOfRoot.set(root, known);
  }
  return [...known.evidence, ...evidenceAbove(root), ...transportEvidence(owner.dir, owner.json, root)];
}

/** `a`, `a and b`, `a, b and c`, `a, b and 4 more`. */
export function enumerate(names: readonly string[]): string {
  if (names.length > 4) return `${names.slice(0, 3).join(', ')} and ${String(names.length - 3)} more`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

const OUR_CODE = new Set(['source', 'config', 'tooling', 'script']);

function manifestEvidence(root: string): Evidence[] {
  const evidence: Evidence[] = [];
  const isManifest = (name: string): boolean => /\.ya?ml$/i.test(name) || /^Tiltfile$/i.test(name);
  const workloads = new Map<string, { name: string; file: string }>();
  for (const file of allFiles(root, isManifest)) {
    if (!OUR_CODE.has(classifyFile(file, root))) continue;
    const name = basename(file);
    if (isComposeFile(name)) evidence.push(...composeEvidence(file, root, null));
    else if (/^skaffold\.ya?ml$/i.test(name)) evidence.push(...skaffoldEvidence(file, root));
    else if (/^Tiltfile$/i.test(name)) evidence.push(...tiltEvidence(file, root));
    else {
      for (const workload of allWorkloads(file)) {
        if (!workloads.has(workload.key)) workloads.set(workload.key, { name: workload.name, file });
      }
    }
  }
  const [first] = workloads.values();
  const services = sorted([...workloads.values()].map(({ name }) => name));
  if (first && services.length >= 2) {
    const path = relativePath(first.file, root);
    const detail = `the Kubernetes manifests (${path}) deploy ${enumerate(services)}`;
    evidence.push({ kind: 'kubernetes', file: path, detail, services, folders: [], proof: 'file' });
  }
  return evidence;
}

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** @param round the folder that one of the services must be built from, or null where the file stands in the workspace */
function composeEvidence(file: string, root: string, round: string | null): Evidence[] {
  const built: BuiltService[] = allBuiltServices(file);
  if (round !== null && !built.some(({ context }) => isInside(round, context) && context !== dirname(round))) {
    const isBuilt = built.some(({ dockerfile }) => isInside(dockerfile, round));
    if (!isBuilt) return [];
  }
  const services = sorted(built.map(({ name }) => name));
  if (services.length < 2) return [];
  const path = round === null ? relativePath(file, root) : upwardPath(file, root);
  const detail = `${path} builds ${enumerate(services)}`;
  return [{ kind: 'compose', file: path, detail, services, folders: sorted(built.map(serviceFolder)), proof: 'file' }];
}

/** The folder of the service: `apps/api` for a build of the whole repository by `apps/api/Dockerfile`. */
function serviceFolder({ context, dockerfile }: BuiltService): string {
  const folder = dirname(dockerfile);
  return isFile(join(folder, 'package.json')) && isInside(folder, context) ? folder : context;
}

function skaffoldEvidence(file: string, root: string): Evidence[] {
  const images = (readParsed(file, readYaml) ?? []).flatMap((document) => {
    const artifacts = asRecord(asRecord(document)?.['build'])?.['artifacts'];
    return Array.isArray(artifacts) ? artifacts.map((artifact: unknown) => asRecord(artifact)?.['image']) : [];
  });
  return imageEvidence('skaffold', file, root, images);
}

function tiltEvidence(file: string, root: string): Evidence[] {
  const calls = (readText(file) ?? '').matchAll(
    /^[^#\n]*\b(?:docker_build|custom_build)\(\s*(?:ref\s*=\s*)?['"]([^'"]+)['"]/gm,
  );
  return imageEvidence(
    'tilt',
    file,
    root,
    [...calls].map((call) => call[1]),
  );
}

function imageEvidence(kind: 'skaffold' | 'tilt', file: string, root: string, images: readonly unknown[]): Evidence[] {
  const own = images.filter((image): image is string => typeof image === 'string' && !isThirdPartyImage(image));
  const services = sorted(own.map(imageName));
  if (services.length < 2) return [];
  const path = relativePath(file, root);
  return [{ kind, file: path, detail: `${path} builds ${enumerate(services)}`, services, folders: [], proof: 'file' }];
}

function packageEvidence(root: string): Evidence[] {
  const servers = deployablePackages(root).filter(
    ({ dir, isServer }) => isServer && classifyFile(join(dir, 'package.json'), root) === 'source',
  );
  if (servers.length < 2) return [];
  const services = sorted(servers.map(({ name }) => name));
  const detail = `the workspace deploys ${enumerate(services)}`;
  const folders = sorted(servers.map(({ dir }) => dir));
  return [{ kind: 'deployable-packages', file: 'package.json', detail, services, folders, proof: 'file' }];
}

/** Compose files above a package that is its own workspace: `services/api` beside `services/billing`. */
function evidenceAbove(root: string): Evidence[] {
  const gitRoot = findGitRoot(root);
  const evidence: Evidence[] = [];
  let parents = 0;
  for (const dir of upward(root, gitRoot)) {
    if (dir === root) continue;
    // Outside a checkout, what stands far above belongs to someone else.
    if (gitRoot === null && ++parents > MAX_PARENTS) break;
    for (const name of findEntries(dir)?.keys() ?? []) {
      if (isComposeFile(name)) evidence.push(...composeEvidence(join(dir, name), root, root));
    }
  }
  return evidence;
}

function upwardPath(file: string, root: string): string {
  let ups = '';
  for (const dir of upward(root)) {
    if (isInside(file, dir)) return ups + relativePath(file, dir);
    ups += '../';
  }
  return file;
}

const TRANSPORTS: readonly (readonly [RegExp, string])[] = [
  [/^@nestjs\/microservices$/, 'Nest microservices'],
  [/^(?:@grpc\/grpc-js|nice-grpc|@connectrpc\/connect-node)$/, 'gRPC'],
  [/^(?:kafkajs|node-rdkafka|@confluentinc\/kafka-javascript|@platformatic\/kafka)$/, 'Kafka'],
  [/^(?:amqplib|amqp-connection-manager|rascal|rabbitmq-client|@golevelup\/nestjs-rabbitmq)$/, 'RabbitMQ'],
  [/^(?:nats|@nats-io\/.+)$/, 'NATS'],
  [/^(?:moleculer|seneca|cote)$/, 'a microservice framework'],
];

function transportEvidence(dir: string, json: Readonly<Record<string, unknown>>, root: string): Evidence[] {
  const file = relativePath(join(dir, 'package.json'), root);
  const evidence: Evidence[] = [];
  for (const name of productionDependencies(json)) {
    const transport = TRANSPORTS.find(([pattern]) => pattern.test(name))?.[1];
    if (transport === undefined) continue;
    const detail = `${file} depends on ${name} (${transport})`;
    evidence.push({ kind: 'microservice-transport', file, detail, services: [], folders: [], proof: 'dependency' });
  }
  return evidence;
}
