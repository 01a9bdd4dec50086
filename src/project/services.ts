import { basename, dirname, join, resolve } from 'node:path';

import { plainName, type Service } from '../model/deployment.js';
import { currentEpoch, onForget } from './caches.js';
import { allBuiltServices, isComposeFile } from './compose.js';
import { deployablePackages } from './deployables.js';
import {
  allStrings,
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
import { imageName, isAuxiliaryName, isThirdPartyImage } from './infrastructure.js';
import { findPackage } from './packages.js';
import { readYaml } from './yaml.js';

const known = new Map<string, { epoch: number; services: readonly Service[] }>();

onForget(() => {
  known.clear();
});

const MAX_PARENTS = 3;
const OUR_FILES = new Set(['source', 'config', 'tooling', 'script']);

/**
 * The services of one's own that the workspace of `file` shows: its deployable packages, and what the compose files and
 * Kubernetes manifests in and above it run, with the variables that these give. One that several of them show is one.
 */
export function servicesRound(file: string): readonly Service[] {
  const root = findPackage(file)?.workspaceRoot;
  if (root === undefined) return [];
  const epoch = currentEpoch();
  const last = known.get(root);
  if (last?.epoch === epoch) return last.services;
  const shown: Service[] = [
    ...packageServices(root),
    ...composeFiles(root).flatMap((path) => composeServices(path, root)),
    ...manifestServices(root),
  ];
  const services = mergeServices(shown);
  known.set(root, { epoch, services });
  return services;
}

/** A package that is a workspace by itself is what the manifests build; it is no service beside these. */
function packageServices(root: string): Service[] {
  return deployablePackages(root)
    .filter(
      ({ dir, isServer }) => isServer && dir !== root && classifyFile(join(dir, 'package.json'), root) === 'source',
    )
    .map(({ dir, name }) => ({
      name,
      aliases: [basename(dir)],
      folder: dir,
      image: dir,
      variables: new Map(),
      manifest: null,
    }));
}

/** Compose files in the workspace, and those above it that build from it. */
function composeFiles(root: string): string[] {
  const files = allFiles(root, isComposeFile).filter((path) => OUR_FILES.has(classifyFile(path, root)));
  const gitRoot = findGitRoot(root);
  let parents = 0;
  for (const dir of upward(root, gitRoot)) {
    if (dir === root) continue;
    if (gitRoot === null && ++parents > MAX_PARENTS) break;
    for (const name of findEntries(dir)?.keys() ?? []) {
      const path = join(dir, name);
      if (
        isComposeFile(name) &&
        allBuiltServices(path).some(({ context, dockerfile }) => builds(context, dockerfile, root))
      )
        return [...files, path];
    }
  }
  return files;
}

const builds = (context: string, dockerfile: string, root: string): boolean =>
  (isInside(root, context) && context !== dirname(root)) || isInside(dockerfile, root) || isInside(context, root);

function composeServices(file: string, root: string): Service[] {
  const all = asRecord(asRecord(readParsed(file, readYaml)?.[0])?.['services']);
  const built = allBuiltServices(file);
  const folders = built.map(({ context, dockerfile }) => ownFolder(context, dockerfile));
  return built.map(({ name, context, dockerfile }): Service => {
    const service = asRecord(all?.[name]);
    const build = asRecord(service?.['build']);
    const target = build?.['target'];
    const own = ownFolder(context, dockerfile);
    const aliases = [
      ...(typeof target === 'string' ? [target] : []),
      ...entriesIn(service?.['command']),
      ...entriesIn(service?.['entrypoint']),
      ...(/[\w-]/.test(dockerfileStem(dockerfile)) ? [dockerfileStem(dockerfile)] : []),
    ];
    return {
      name,
      aliases,
      // Several services of one folder share its code.
      folder: folders.filter((folder) => folder === own).length > 1 ? null : own,
      image: JSON.stringify([context, dockerfile, target]),
      variables: composeVariables(service, dirname(file)),
      manifest: isInside(file, root) ? relativePath(file, root) : basename(file),
    };
  });
}

/** `apps/api` for a build of the whole repository by `apps/api/Dockerfile`. */
function ownFolder(context: string, dockerfile: string): string {
  const folder = dirname(dockerfile);
  return isFile(join(folder, 'package.json')) && isInside(folder, context) ? folder : context;
}

/** `Dockerfile.worker` and `worker.Dockerfile` are about `worker`. */
const dockerfileStem = (path: string): string => basename(path).replace(/\.?dockerfile\.?/i, '');

/** The names of the files that a command runs: `node dist/worker.js` gives `worker`. */
function entriesIn(command: unknown): string[] {
  const text = typeof command === 'string' ? command : allStrings(command).join(' ');
  return [...text.matchAll(/([\w.-]+)\.[cm]?[jt]s\b/g)].flatMap(([, stem]) =>
    stem === undefined || /^(?:main|index|server|app|start)$/.test(stem) ? [] : [stem],
  );
}

/** `environment` and `env_file` of a compose service (https://docs.docker.com/reference/compose-file/services/#environment). */
function composeVariables(service: Record<string, unknown> | null, dir: string): Map<string, string | null> {
  const variables = new Map<string, string | null>();
  for (const entry of [service?.['env_file']].flat()) {
    const path = typeof entry === 'string' ? entry : asRecord(entry)?.['path'];
    if (typeof path !== 'string') continue;
    const text = readText(resolve(dir, path)) ?? '';
    for (const [, name] of text.matchAll(/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/gm))
      if (name !== undefined) variables.set(name, `${resolve(dir, path)}#${name}`);
  }
  const written = service?.['environment'];
  for (const [name, value] of Object.entries(asRecord(written) ?? {}))
    variables.set(name, value === null ? `\${${name}}` : sourceOf(textOf(value)));
  for (const item of allStrings(written)) {
    const [, name, value] = /^([A-Za-z_]\w*)(?:=(.*))?$/s.exec(item) ?? [];
    if (name !== undefined) variables.set(name, value === undefined ? `\${${name}}` : sourceOf(value));
  }
  return variables;
}

/** A value of a YAML file as the text that the process is given. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** `${JWT_SECRET:-dev}` and `$JWT_SECRET` say the same as `${JWT_SECRET}`. */
const sourceOf = (value: string): string => value.replace(/\$\{?(\w+)(?::?[-?][^}]*)?\}?/g, '${$1}');

const WORKLOADS = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout']);

/** Workloads of one's own in the workspace's Kubernetes manifests, with `env` and `envFrom` of their containers. */
function manifestServices(root: string): Service[] {
  const documents: { readonly manifest: Record<string, unknown>; readonly file: string }[] = [];
  for (const file of allFiles(root, (name) => /\.ya?ml$/i.test(name) && !isComposeFile(name))) {
    if (!OUR_FILES.has(classifyFile(file, root))) continue;
    const text = readText(file);
    if (
      text === null ||
      !/^\s*kind:\s*["']?(?:Deployment|StatefulSet|DaemonSet|Rollout|ConfigMap|Secret|List)\b/m.test(text)
    )
      continue;
    for (const document of readParsed(file, readYaml) ?? []) {
      const manifest = asRecord(document);
      const items = Array.isArray(manifest?.['items']) ? manifest['items'] : [manifest];
      for (const item of items) {
        const record = asRecord(item);
        if (record) documents.push({ manifest: record, file });
      }
    }
  }
  const keys = new Map<string, readonly string[]>();
  for (const { manifest } of documents) {
    const name = asRecord(manifest['metadata'])?.['name'];
    if ((manifest['kind'] !== 'ConfigMap' && manifest['kind'] !== 'Secret') || typeof name !== 'string') continue;
    const held = { ...asRecord(manifest['data']), ...asRecord(manifest['stringData']) };
    keys.set(`${manifest['kind']}/${name}`, Object.keys(held));
  }
  return documents.flatMap(({ manifest, file }) => workloadService(manifest, file, root, keys) ?? []);
}

function workloadService(
  manifest: Record<string, unknown>,
  file: string,
  root: string,
  keys: ReadonlyMap<string, readonly string[]>,
): Service | null {
  const name = asRecord(manifest['metadata'])?.['name'];
  if (!WORKLOADS.has(String(manifest['kind'])) || typeof name !== 'string' || isAuxiliaryName(name)) return null;
  const pod = asRecord(asRecord(asRecord(manifest['spec'])?.['template'])?.['spec']);
  const containers = Array.isArray(pod?.['containers']) ? pod['containers'].map(asRecord) : [];
  const own = containers.find((container) => {
    const image = container?.['image'];
    return typeof image === 'string' && !isThirdPartyImage(image);
  });
  if (!own) return null;
  const image = imageName(String(own['image']));
  return {
    name,
    aliases: [image, ...entriesIn(own['command']), ...entriesIn(own['args'])],
    folder: null,
    image,
    variables: containerVariables(own, keys),
    manifest: relativePath(file, root),
  };
}

/** https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/ */
function containerVariables(
  container: Record<string, unknown>,
  keys: ReadonlyMap<string, readonly string[]>,
): Map<string, string | null> {
  const variables = new Map<string, string | null>();
  for (const item of [container['envFrom']].flat()) {
    for (const [field, kind] of [
      ['secretRef', 'Secret'],
      ['configMapRef', 'ConfigMap'],
    ] as const) {
      const from = asRecord(asRecord(item)?.[field])?.['name'];
      for (const key of keys.get(`${kind}/${String(from)}`) ?? []) variables.set(key, `${kind}/${String(from)}#${key}`);
    }
  }
  for (const item of [container['env']].flat()) {
    const entry = asRecord(item);
    const name = entry?.['name'];
    if (typeof name !== 'string') continue;
    const from = asRecord(entry?.['valueFrom']);
    const secret = asRecord(from?.['secretKeyRef']);
    const map = asRecord(from?.['configMapKeyRef']);
    const value = entry?.['value'];
    if (secret) variables.set(name, `Secret/${String(secret['name'])}#${String(secret['key'])}`);
    else if (map) variables.set(name, `ConfigMap/${String(map['name'])}#${String(map['key'])}`);
    else variables.set(name, value === undefined ? null : textOf(value));
  }
  return variables;
}

/** Puts together what is one service: the same folder, or the same name where a folder is not known or not its own. */
function mergeServices(shown: readonly Service[]): Service[] {
  const merged: Service[] = [];
  for (const service of shown) {
    const at = merged.findIndex((other) => isSame(other, service));
    const other = merged[at];
    if (!other) {
      merged.push(service);
      continue;
    }
    merged[at] = {
      name: other.name,
      aliases: [...new Set([...other.aliases, service.name, ...service.aliases])],
      folder: other.folder ?? service.folder,
      image: service.image,
      variables: new Map([...other.variables, ...service.variables]),
      manifest: service.variables.size > 0 || other.manifest === null ? service.manifest : other.manifest,
    };
  }
  return merged;
}

function isSame(a: Service, b: Service): boolean {
  if (a.folder !== null && b.folder !== null) return a.folder === b.folder;
  const names = [a.name, ...(a.folder === null ? [] : a.aliases)].map(plainName);
  return (
    names.includes(plainName(b.name)) || (b.folder !== null && b.aliases.map(plainName).includes(plainName(a.name)))
  );
}
