import { fileOf, type BackendFile } from '../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import { classOfThis, isFunction, keyName } from '../syntax/nodes.js';

/** How code at some place reads its runtime's environment. */
export interface EnvironmentHome {
  /** The object whose members are the variables, or `Deno.env`, which is asked by `get`. */
  readonly object: string;
  readonly isGetter: boolean;
  /** The type of a variable includes `undefined`, as far as the object's type is known. */
  readonly mayBeUndefined: boolean;
  /** The parameter that holds the bindings of a Worker, whose type must name the variable. */
  readonly bindings: TSESTree.TypeNode | null;
}

const plain = (object: string): EnvironmentHome => ({
  object,
  isGetter: false,
  mayBeUndefined: true,
  bindings: null,
});

/**
 * How the environment is read at a node: as the file itself does it where it does, else in the runtime's own form. Null where no
 * environment is in reach: code that is sent to browsers, the module scope of a Worker.
 */
export function findEnvironmentHome(node: Node): EnvironmentHome | null {
  const file = fileOf(node);
  if (file.ast.body[0]?.type === 'ExpressionStatement' && file.ast.body[0].directive === 'use client') return null;
  const imported = findImportedEnv(file);
  if (imported) return imported;
  if (/\bDeno\.(?:env|serve)\b/.test(file.text) || /from ['"](?:jsr:|https:\/\/deno\.land\/)/.test(file.text))
    return { object: 'Deno.env', isGetter: true, mayBeUndefined: true, bindings: null };
  if (isWorker(file)) return inWorker(node, file);
  if (/\bBun\.env\b/.test(file.text)) return plain('Bun.env');
  if (/\bimport\.meta\.env\b/.test(file.text) && !/\bprocess\.env\b/.test(file.text)) return plain('import.meta.env');
  return plain('process.env');
}

/** `import { env } from 'cloudflare:workers'`, SvelteKit's `import { env } from '$env/dynamic/private'`. */
function findImportedEnv(file: BackendFile): EnvironmentHome | null {
  for (const statement of file.ast.body) {
    if (statement.type !== 'ImportDeclaration') continue;
    const source = statement.source.value;
    if (source !== 'cloudflare:workers' && source !== '$env/dynamic/private') continue;
    for (const specifier of statement.specifiers)
      if (specifier.type === 'ImportSpecifier' && keyName(specifier.imported, false) === 'env')
        return { ...plain(specifier.local.name), mayBeUndefined: source !== 'cloudflare:workers' };
  }
  return null;
}

const SERVERS = ['next', 'express', 'fastify', 'koa', '@hono/node-server', '@nestjs/core', 'nuxt', '@sveltejs/kit'];

/** Whether a file runs on Cloudflare's Workers: its package is developed with their tools and serves by nothing else. */
function isWorker(file: BackendFile): boolean {
  const owner = file.project.findPackage(file.path);
  return (
    owner !== null &&
    (owner.hasDependency('wrangler') || owner.hasDependency('@cloudflare/workers-types')) &&
    !SERVERS.some((name) => owner.hasDependency(name))
  );
}

/** A handler's own environment: `c.env`, `env`, `this.env`. */
function inWorker(node: Node, file: BackendFile): EnvironmentHome | null {
  for (let up = node.parent; up; up = up.parent) {
    const found = isFunction(up) ? findHandlerEnv(up, node) : null;
    if (found) return { object: found.object, isGetter: false, mayBeUndefined: false, bindings: found.type };
  }
  const owner = classOfThis(node);
  const extended = owner?.superClass ? file.text.slice(...owner.superClass.range) : '';
  return /^(?:DurableObject|WorkerEntrypoint|WorkflowEntrypoint|Agent|McpAgent)\b/.test(extended)
    ? { object: 'this.env', isGetter: false, mayBeUndefined: false, bindings: null }
    : null;
}

function findHandlerEnv(fn: FunctionNode, node: Node): { object: string; type: TSESTree.TypeNode | null } | null {
  for (const parameter of fn.params) {
    // A parameter's own default can't read the ones after it.
    if (node.range[0] >= parameter.range[0] && node.range[1] <= parameter.range[1]) return null;
    const type = 'typeAnnotation' in parameter ? (parameter.typeAnnotation?.typeAnnotation ?? null) : null;
    if (parameter.type === 'Identifier' && parameter.name === 'env') return { object: 'env', type };
    if (parameter.type === 'Identifier' && /^(?:c|ctx|context)$/.test(parameter.name) && takesContext(fn))
      return { object: `${parameter.name}.env`, type: null };
    if (parameter.type === 'ObjectPattern')
      for (const property of parameter.properties)
        if (property.type === 'Property' && keyName(property.key, property.computed) === 'env')
          return property.value.type === 'Identifier' ? { object: property.value.name, type: null } : null;
  }
  return null;
}

/** Hono hands its context to handlers and middleware as the first parameter; a Worker's own handler has it third. */
const takesContext = (fn: FunctionNode): boolean => /from ['"]hono/.test(fileOf(fn).text) && fn.params.length <= 2;
