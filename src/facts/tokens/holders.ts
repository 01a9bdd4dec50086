import { libraries } from '../../libraries/index.js';
import { plainName, type Service } from '../../model/deployment.js';
import type { BackendFile } from '../../model/file.js';
import type { SecretIdentity, TokenUse } from '../../model/token.js';
import type { Node } from '../../syntax/ast.js';
import { isInside } from '../../syntax/nodes.js';
import { exportsOf } from '../exports.js';
import { isSameSecret } from './identity.js';
import { tokensOf } from '../tokens.js';

/** What is kept of a token use in another file: no nodes, so that its file may be dropped. */
export interface SecretUse {
  readonly path: string;
  readonly does: TokenUse['does'];
  readonly identity: SecretIdentity;
  readonly issuers: readonly string[];
  readonly audiences: readonly string[];
  /** The exports of its file that it is reached by; null: importing the file is enough. */
  readonly exports: ReadonlySet<string> | null;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const MODULES = new RegExp(
  libraries
    .filter(({ kind }) => kind === 'tokens')
    .flatMap(({ modules }) => modules.filter((module) => !module.includes('next-auth') && !module.includes('@auth/')))
    .map(escaped)
    .join('|'),
);

const isCode = (file: BackendFile): boolean => file.kind === 'source' || file.kind === 'config';

/** Packages below a root that no workspace names (samples, test projects) are others' business. */
export const isSameWorkspace = (path: string, file: BackendFile): boolean =>
  file.project.findPackage(path)?.workspaceRoot === file.project.findPackage(file.path)?.workspaceRoot;

/** By the list of files, which is a new one when anything has changed. */
const surveys = new WeakMap<readonly string[], readonly SecretUse[]>();

/** Every use of tokens in the workspace of a file and in the folders of the services round it. */
export function allSecretUses(file: BackendFile): readonly SecretUse[] {
  const { project } = file;
  const beyond = servicesOf(file).flatMap(({ folder }) => {
    const inside = folder === null ? null : `${folder}/package.json`;
    return inside !== null && !isSameWorkspace(inside, file) ? [inside] : [];
  });
  const elsewhere = [file.path, ...beyond].flatMap((path) => {
    const files = project.filesMentioning(path, MODULES);
    const root = project.findPackage(path)?.workspaceRoot;
    let uses = surveys.get(files);
    if (!uses) {
      const own = files.filter((each) => project.findPackage(each)?.workspaceRoot === root);
      surveys.set(files, (uses = own.flatMap((each) => usesIn(file, each))));
    }
    return uses;
  });
  // The linted file may differ from what stands on the disk.
  return [...summariesOf(file), ...elsewhere.filter(({ path }) => path !== file.path)];
}

function usesIn(from: BackendFile, path: string): SecretUse[] {
  const file = from.project.open(path);
  return file && isCode(file) ? summariesOf(file) : [];
}

const summariesOf = (file: BackendFile): SecretUse[] =>
  tokensOf(file).map(({ node, does, identity, issuers, audiences }) => ({
    path: file.path,
    does,
    identity,
    issuers,
    audiences,
    exports: exportsReaching(file, (statement) => statement === statementRound(node)),
  }));

export const usesOf = (identity: SecretIdentity, file: BackendFile): SecretUse[] =>
  allSecretUses(file).filter((use) => isSameSecret(use.identity, identity));

const isBelow = (path: string, folder: string): boolean =>
  path === folder || (path.startsWith(folder) && /[\\/]/.test(path[folder.length] ?? ''));

/** The services round a file: those that are shown with their code or variables, and those only named somewhere. */
export function servicesOf(file: BackendFile): readonly Service[] {
  const services = [...file.project.servicesRound(file.path)];
  const names = new Set(services.flatMap(({ name, aliases }) => [name, ...aliases].map(plainName)));
  for (const { proof, services: named } of file.project.deploymentEvidence(file.path)) {
    if (proof !== 'file') continue;
    for (const name of named) {
      if (names.has(plainName(name))) continue;
      names.add(plainName(name));
      services.push({ name, aliases: [], folder: null, image: name, variables: new Map(), manifest: null });
    }
  }
  return services;
}

const MAX_STEPS = 80;

/**
 * The services that a use of a secret belongs to: by the folder of its file, by a folder or file named like the service,
 * or, for shared code, by the files that import what uses it, however far away.
 */
export function servicesHolding(use: SecretUse, file: BackendFile, services: readonly Service[]): ReadonlySet<Service> {
  const own = serviceAt(use.path, file, services);
  if (own) return new Set([own]);
  const found = new Set<Service>();
  const seen = new Set([use.path]);
  const queue: { readonly path: string; readonly names: ReadonlySet<string> | null }[] = [
    { path: use.path, names: use.exports },
  ];
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const next = queue.shift();
    if (!next) break;
    for (const importer of file.project.importersOf(next.path)) {
      const other = seen.has(importer) ? null : file.project.open(importer);
      if (!other || !isCode(other)) continue;
      const names = reachedFrom(other, next.names);
      if (names?.size === 0) continue;
      seen.add(importer);
      const service = serviceAt(importer, file, services);
      if (service) found.add(service);
      else queue.push({ path: importer, names });
    }
  }
  return found;
}

/**
 * The exports of a file that reach what it imports under one of `names`: empty where it mentions none of them, null where
 * importing the file is enough to run it.
 */
function reachedFrom(file: BackendFile, names: ReadonlySet<string> | null): ReadonlySet<string> | null {
  if (names === null) return exportsReaching(file, (statement) => statement.type !== 'ImportDeclaration');
  // The importer names a default export as it likes.
  const pattern = names.has('default') ? null : new RegExp(`\\b(?:${[...names].map(escaped).join('|')})\\b`);
  const passed = file.ast.body.some(
    (statement) =>
      statement.type === 'ExportAllDeclaration' || (statement.type === 'ExportNamedDeclaration' && statement.source),
  );
  const reached = exportsReaching(
    file,
    (statement) =>
      statement.type !== 'ImportDeclaration' &&
      (pattern?.test(textOf(statement, file)) ?? true) &&
      !(statement.type === 'ExportNamedDeclaration' && statement.source),
  );
  return reached && passed ? new Set([...reached, ...names]) : reached;
}

/** The exported names whose code holds a statement of interest, directly or through declarations of the same file. */
function exportsReaching(file: BackendFile, isReached: (statement: Node) => boolean): ReadonlySet<string> | null {
  const { names, whole } = exportsOf(file);
  const statements = file.ast.body.filter((statement) => statement.type !== 'ImportDeclaration');
  const reached = new Set(statements.filter(isReached));
  if (reached.size === 0) return new Set();
  const locals = new Set<string>();
  for (let rounds = 0; rounds < 6; rounds++) {
    const before = locals.size;
    for (const statement of reached) for (const name of declaredBy(statement)) locals.add(name);
    if (locals.size === before) break;
    const pattern = new RegExp(`\\b(?:${[...locals].map(escaped).join('|')})\\b`);
    for (const statement of statements) if (pattern.test(textOf(statement, file))) reached.add(statement);
  }
  // A statement that declares nothing runs with the file, or adds to what the file exports.
  const runs = (statement: Node): boolean =>
    RUNS.has(statement.type) && !/^(?:module\.)?exports\b/.test(textOf(statement, file));
  if ([...reached].some(runs)) return null;
  const found = [...names].filter(
    ([, exported]) => 'node' in exported && [...reached].some((statement) => isInside(exported.node, statement)),
  );
  return new Set([...found.map(([name]) => name), ...(whole ? ['default'] : [])]);
}

/** The statement at the top of the file; a decorator stands before the range of its class. */
function statementRound(node: Node): Node {
  let top = node;
  while (top.parent && top.parent.type !== 'Program') top = top.parent;
  return top;
}

function textOf(statement: Node, file: BackendFile): string {
  const declaration =
    statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration'
      ? statement.declaration
      : statement;
  const [first] = declaration?.type === 'ClassDeclaration' ? declaration.decorators : [];
  return file.text.slice(Math.min(statement.range[0], first?.range[0] ?? Infinity), statement.range[1]);
}

const RUNS = new Set([
  'ExpressionStatement',
  'IfStatement',
  'TryStatement',
  'ForStatement',
  'ForOfStatement',
  'BlockStatement',
]);

/** The names that a statement at the top of a file declares. */
function declaredBy(statement: Node): string[] {
  const declaration =
    statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration'
      ? statement.declaration
      : statement;
  if (declaration?.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  if (declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration')
    return declaration.id ? [declaration.id.name] : [];
  return [];
}

function serviceAt(path: string, file: BackendFile, services: readonly Service[]): Service | null {
  let innermost: Service | null = null;
  for (const service of services)
    if (service.folder !== null && isBelow(path, service.folder))
      if (!innermost || service.folder.length > innermost.folder!.length) innermost = service;
  const root = innermost?.folder ?? file.project.findPackage(file.path)?.workspaceRoot ?? '';
  const named = serviceNamed(path.slice(isBelow(path, root) ? root.length : 0), services);
  // A folder of the whole repository says less than a name below it.
  if (
    named &&
    (!innermost || services.some((other) => other !== innermost && isBelow(other.folder ?? '', innermost.folder!)))
  )
    return named;
  return innermost;
}

/** The service that a folder or the file itself is named after, outermost first: `apps/identity/…`, `src/catalog.ts`. */
function serviceNamed(path: string, services: readonly Service[]): Service | null {
  const segments = path.split(/[\\/]/).filter(Boolean);
  const stem = (segments.pop() ?? '').replace(/\..*$/, '');
  for (const segment of [...segments, stem]) {
    const name = plainName(segment);
    const found = services.find(
      (service) =>
        service.folder === null && [service.name, ...service.aliases].some((each) => plainName(each) === name),
    );
    if (found) return found;
  }
  return null;
}
