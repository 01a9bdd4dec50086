import { lineOf, type BackendFile } from '../../model/file.js';
import type { Node } from '../../syntax/ast.js';
import { isInside } from '../../syntax/nodes.js';
import { Edits } from '../edits.js';
import { masked, Refusal, type Note, type Plan, type Request } from '../plan.js';
import { checkCompiles } from '../project/compile.js';
import { addImport } from '../project/imports.js';
import { shown, targetOf, type Target } from '../project/target.js';
import { exampleChange, isEnvTracked } from './example.js';
import { literalsOf, type LiteralSecret, type SecretFallback } from './literals.js';
import { loadingLines, refuseEnvironment } from './loading.js';
import { findEnvModule, knownIn, moduleChange, type EnvModule } from './module.js';
import { readsOf, type Read, type Stray } from './reads.js';
import { replacedAt, variableOf, type Variable } from './variables.js';

interface Found {
  readonly reads: readonly Read[];
  readonly strays: readonly Stray[];
  readonly literals: readonly LiteralSecret[];
  readonly fallbacks: readonly SecretFallback[];
  readonly stuck: readonly string[];
}

/** `codemod env`: literal secrets and scattered reads of the environment into one module that checks them at the start. */
export async function planEnvironment(request: Request): Promise<Plan> {
  const target = targetOf(request);
  refuseEnvironment(target);
  const module = findEnvModule(target);
  const found = gather(target, module);
  const names = [...new Set([...found.reads, ...found.literals].map(({ name }) => name))].sort();
  const left = [
    ...found.stuck,
    ...found.strays.map(({ file, node, why }) => `${place(target, node, file)}: process.env stays: ${why}`),
  ];
  if (names.length === 0) return { changes: [], notes: [], left, hidden: [] };
  if (module.refusal !== null) throw new Refusal(`${shown(target, module.path)} ${module.refusal}.`);
  const variables = names.map((name) => variableFor(name, found));
  const edits = new Edits();
  const replaced = replaceAll(edits, target, module, found, variables);
  const missing = variables.filter(({ name }) => !knownIn(module).has(name));
  const own = moduleChange(target, module, missing, module.existing ? [] : loadingLines(target));
  const example = exampleChange(target, missing);
  const changes = [...edits.changes(), ...(own ? [own] : []), ...(example ? [example] : [])];
  const hasTypes = await checkCompiles(target, changes);
  const hidden = [...found.literals, ...found.fallbacks].map(({ text }) => text).filter((text) => text.length >= 4);
  return { changes, notes: notesOf(target, found, replaced, missing, hasTypes), left, hidden };
}

const place = (target: Target, node: Node, file: BackendFile): string => `${shown(target, file.path)}:${lineOf(node)}`;

function gather(target: Target, module: EnvModule): Found {
  const reads: Read[] = [];
  const strays: Stray[] = [];
  const fallbacks: SecretFallback[] = [];
  const stuck: string[] = [];
  const literals = new Map<Node, LiteralSecret>();
  for (const file of target.asked) {
    if ((file.kind !== 'source' && file.kind !== 'config') || file.path === module.path || isClient(file)) continue;
    const secrets = literalsOf(file);
    for (const literal of secrets.literals) literals.set(literal.node, literal);
    fallbacks.push(...secrets.fallbacks);
    for (const { node, what } of secrets.stuck)
      stuck.push(`${place(target, node, file)}: the ${what} there can't be replaced by this codemod: move it by hand`);
    // The configuration of tools is read by these tools, not by the service.
    if (file.kind !== 'source') continue;
    const own = readsOf(file);
    reads.push(...own.reads);
    strays.push(...own.strays);
  }
  for (const fallback of fallbacks)
    if (!reads.some((read) => isFallbackOf(fallback, read)))
      stuck.push(
        `${place(target, fallback.node, fallback.file)}: a literal stands in for ${fallback.name}: take it out by hand`,
      );
  return { reads, strays, fallbacks, stuck, literals: withNames(target, [...literals.values()], fallbacks) };
}

/** Code that browsers get. */
const isClient = ({ ast }: BackendFile): boolean =>
  ast.body[0]?.type === 'ExpressionStatement' && ast.body[0].directive === 'use client';

/** Two secrets that would be called the same get the name of their file before it. */
function withNames(
  target: Target,
  literals: readonly LiteralSecret[],
  fallbacks: readonly SecretFallback[],
): LiteralSecret[] {
  const texts = new Map<string, Set<string>>();
  for (const { name, text } of [...literals, ...fallbacks])
    texts.set(name, (texts.get(name) ?? new Set<string>()).add(text));
  return literals.map((literal) => {
    if (texts.get(literal.name)!.size === 1) return literal;
    const stem = shown(target, literal.file.path)
      .split('/')
      .at(-1)!
      .replace(/\..*$/, '')
      .replaceAll(/[^A-Za-z\d]+/g, '_');
    const name = `${stem.toUpperCase()}_${literal.name}`;
    return {
      ...literal,
      name,
      replacement: (env) => literal.replacement(env).replace(`${env}.${literal.name}`, `${env}.${name}`),
    };
  });
}

function variableFor(name: string, { reads, literals, fallbacks }: Found): Variable {
  const own = reads.filter((read) => read.name === name);
  const hasSecret =
    literals.some((literal) => literal.name === name) ||
    own.some((read) => fallbacks.some((fallback) => isFallbackOf(fallback, read)));
  return variableOf(name, own, hasSecret);
}

const isFallbackOf = (fallback: SecretFallback, { withFallback, file, pattern }: Read): boolean =>
  pattern === null && fallback.file === file && isInside(fallback.node, withFallback);

/** @returns the fallbacks that went */
function replaceAll(
  edits: Edits,
  target: Target,
  module: EnvModule,
  { reads, literals, fallbacks }: Found,
  variables: readonly Variable[],
): readonly { readonly name: string; readonly fallback: SecretFallback }[] {
  const gone: { name: string; fallback: SecretFallback }[] = [];
  const locals = new Map<string, string>();
  const localIn = (file: BackendFile): string => {
    let local = locals.get(file.path);
    if (local === undefined) {
      local = addImport(edits, target, file, {
        name: module.name,
        from: module.path,
        alias: ['environment', 'serviceEnv'],
      });
      locals.set(file.path, local);
    }
    return local;
  };
  const patterns = new Set<Node>();
  for (const read of reads) {
    const local = localIn(read.file);
    if (read.pattern) {
      if (!patterns.has(read.pattern)) edits.replace(read.file, read.pattern.range, local);
      patterns.add(read.pattern);
      continue;
    }
    const fallback = fallbacks.find((each) => isFallbackOf(each, read));
    if (fallback) gone.push({ name: read.name, fallback });
    const node = fallback
      ? read.whole
      : replacedAt(
          read,
          variables.find(({ name }) => name === read.name)!,
        );
    edits.replace(read.file, node.range, `${local}.${read.name}`);
  }
  for (const { file, range, replacement } of literals) edits.replace(file, range, replacement(localIn(file)));
  return gone;
}

function notesOf(
  target: Target,
  { literals, reads }: Found,
  gone: readonly { readonly name: string; readonly fallback: SecretFallback }[],
  missing: readonly Variable[],
  hasTypes: boolean,
): Note[] {
  const secrets = [...literals, ...gone.map(({ name, fallback: { file, node, text } }) => ({ name, file, node, text }))]
    .filter(({ text }) => text !== '')
    .map(({ name, file, node, text }) => `${name}  ${place(target, node, file)}  ${masked(text)}`);
  const needed = missing.filter(
    ({ name, as }) =>
      (as.type === 'text' && as.presence === 'required') ||
      (as.type === 'number' && as.fallback === null) ||
      literals.some((each) => each.name === name),
  );
  const inTests = target.all.filter(
    ({ kind, text }) =>
      kind === 'test' && reads.some(({ name }) => new RegExp(`process\\.env\\.${name}\\s*=[^=]`).test(text)),
  );
  return [
    {
      title: 'Rotate these secrets: they stay in the history of the repository and in every build of it',
      lines: [...new Set(secrets)],
    },
    {
      title: 'Set these wherever the service runs before this is deployed: without them it no longer starts',
      lines: needed.map(({ name }) => name),
    },
    {
      title: 'Tests that set variables must now do so before they import the service',
      lines: inTests.map(({ path }) => shown(target, path)),
    },
    {
      title: 'Note',
      lines: [
        ...(isEnvTracked(target) ? ['.gitignore does not name .env: values kept there would be committed.'] : []),
        ...(hasTypes ? [] : ['Dependencies are not installed: types could not be checked. Compile before you commit.']),
      ],
    },
  ].filter(({ lines }) => lines.length > 0);
}
