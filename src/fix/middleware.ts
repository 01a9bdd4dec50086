import type { TSESLint } from '@typescript-eslint/utils';

import { getBinding } from '../facts/bindings.js';
import { exportsOf } from '../facts/exports.js';
import type { OwnMiddleware } from '../facts/idempotency.js';
import { fileOf, type BackendFile } from '../model/file.js';
import type { Route } from '../model/route.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { decoratorName, decoratorsOf, findProperty, unwrap } from '../syntax/nodes.js';
import { allOf } from '../syntax/walk.js';
import { importOf, specifierFor, type Insertion } from './imports.js';

export interface MiddlewareFix {
  /** What is put there, as the code will say it. */
  readonly name: string;
  readonly fix: (fixer: TSESLint.RuleFixer) => readonly TSESLint.RuleFix[];
}

/** Frameworks whose routes take middleware as arguments before the handler. */
const ARGUMENTS = new Set(['express', 'koa-router', 'hono', 'koa']);

/**
 * How the middleware is put before a route's handler, in the framework's own form and with its import; null where there
 * is none to put, where the framework has no such place, or where its name can't be reached from here.
 */
export function findMiddlewareFix(route: Route, own: OwnMiddleware | null, configured: string): MiddlewareFix | null {
  const file = fileOf(route.node);
  const named = configured === '' ? null : findDeclared(configured, file);
  const middleware = named ?? (own && reach(own, file));
  if (!middleware) return null;
  const insertions = insertionsFor(route, middleware.code, file);
  if (!insertions) return null;
  const all = [...insertions, ...middleware.imports];
  // One import for each name, also where the decorator's own comes from the same line.
  return {
    name: middleware.code,
    fix: (fixer) => merged(all).map(({ at, text }) => fixer.insertTextAfterRange([at, at], text)),
  };
}

/** Insertions at one place become one, in order. */
function merged(insertions: readonly Insertion[]): Insertion[] {
  const byPlace = new Map<number, string>();
  for (const { at, text } of insertions) byPlace.set(at, (byPlace.get(at) ?? '') + text);
  return [...byPlace].map(([at, text]) => ({ at, text }));
}

interface Reached {
  readonly code: string;
  readonly imports: readonly Insertion[];
}

/** The configured name, where this file already has it or another file of the project exports it. */
function findDeclared(name: string, file: BackendFile): Reached | null {
  if (isDeclaredIn(file, name)) return { code: name, imports: [] };
  for (const path of file.project.filesMentioning(file.path, name)) {
    const source = file.project.open(path);
    const exported = source && exportsOf(source).names.get(name);
    if (!exported || !('node' in exported)) continue;
    const added = importOf(file, name, specifierFor(file, path), false);
    return added && { code: name, imports: [added] };
  }
  return null;
}

const isDeclaredIn = (file: BackendFile, name: string): boolean => {
  const scope = file.scopes.scopes.find((each) => each.type === 'module') ?? file.scopes.globalScope;
  return (scope?.set.get(name)?.defs.length ?? 0) > 0;
};

/** A middleware as another route names it, reached from this file: all names in it have to be importable. */
function reach({ node, file: from }: OwnMiddleware, file: BackendFile): Reached | null {
  const code = from.text.slice(node.range[0], node.range[1]);
  if (code.length > 80 || code.includes('\n')) return null;
  const names = allOf(node, ['Identifier']).filter((id) => isReference(id));
  if (names.length === 0 || (from !== file && names.length > 1)) return null;
  const imports: Insertion[] = [];
  for (const id of names) {
    const binding = getBinding(id);
    if (binding.kind === 'global') continue;
    if (binding.kind === 'parameter') return null;
    if (from === file) {
      if (!isDeclaredIn(file, id.name)) return null;
      continue;
    }
    if (isDeclaredIn(file, id.name)) continue;
    const added = importFrom(id, from, file);
    if (!added) return null;
    imports.push(added);
  }
  return { code, imports };
}

function isReference(id: TSESTree.Identifier): boolean {
  const { parent } = id;
  if (parent.type === 'MemberExpression') return parent.object === id || parent.computed;
  return parent.type !== 'Property' || parent.value === id;
}

function importFrom(id: TSESTree.Identifier, from: BackendFile, file: BackendFile): Insertion | null {
  const binding = getBinding(id);
  if (binding.kind === 'import') {
    if (binding.imported === '*' || (binding.imported !== 'default' && binding.imported !== id.name)) return null;
    const isDefault = binding.imported === 'default';
    const resolution = from.project.resolve(binding.specifier, from.path);
    const isRelative = binding.specifier.startsWith('.');
    if (isRelative && !(resolution && 'file' in resolution)) return null;
    const specifier =
      isRelative && resolution && 'file' in resolution ? specifierFor(file, resolution.file) : binding.specifier;
    return importOf(file, id.name, specifier, isDefault);
  }
  if (!exportsOf(from).names.has(id.name)) return null;
  return importOf(file, id.name, specifierFor(file, from.path), false);
}

/** Where the middleware goes, in the route's own form. */
export function insertionsFor(route: Route, code: string, file: BackendFile): Insertion[] | null {
  const { library, handler, call } = route;
  if (route.node.type === 'MethodDefinition' && /^nestjs/.test(library.name))
    return asDecorator(route.node, code, file);
  if (!call || !handler) return null;
  if (ARGUMENTS.has(library.name)) {
    const argument = call.arguments.find((each) => holds(each, handler.node));
    return argument ? [{ at: argument.range[0], text: `${code}, ` }] : null;
  }
  return library.name === 'fastify' ? asHook(call, handler.node, code) : null;
}

const holds = (outer: Node, inner: Node): boolean =>
  fileOf(outer) === fileOf(inner) && outer.range[0] <= inner.range[0] && outer.range[1] >= inner.range[1];

/** `@UseInterceptors(X)`, on a line of its own after the method's other decorators. */
function asDecorator(method: TSESTree.MethodDefinition, code: string, file: BackendFile): Insertion[] | null {
  const decorators = decoratorsOf(method);
  const present = decorators.find((decorator) => decoratorName(decorator) === 'UseInterceptors');
  if (present?.expression.type === 'CallExpression') {
    const last = present.expression.arguments.at(-1);
    return last ? [{ at: last.range[1], text: `, ${code}` }] : null;
  }
  const last = decorators.at(-1);
  if (!last) return null;
  // Other files are parsed without lines.
  const indent = /[ \t]*$/.exec(file.text.slice(0, last.range[0]))![0];
  const line = `\n${indent}@UseInterceptors(${code})`;
  if (isDeclaredIn(file, 'UseInterceptors')) return [{ at: last.range[1], text: line }];
  const added = importOf(file, 'UseInterceptors', '@nestjs/common', false);
  return added && [{ at: last.range[1], text: line }, added];
}

/** Fastify: `preHandler` in the route's options. */
function asHook(call: TSESTree.CallExpression, handler: Node, code: string): Insertion[] | null {
  const options = call.arguments.map((each) => unwrap(each)).find((each) => each.type === 'ObjectExpression');
  if (options?.type !== 'ObjectExpression') {
    const last = call.arguments.at(-1);
    if (call.arguments.length !== 2 || !last || !holds(last, handler)) return null;
    return [{ at: last.range[0], text: `{ preHandler: ${code} }, ` }];
  }
  const present = findProperty(options, 'preHandler');
  if (!present) {
    const first = options.properties[0];
    return first ? [{ at: first.range[0], text: `preHandler: ${code}, ` }] : null;
  }
  const value = unwrap(present.value);
  if (value.type === 'ArrayExpression') {
    const last = value.elements.at(-1);
    return last ? [{ at: last.range[1], text: `, ${code}` }] : null;
  }
  return [
    { at: value.range[0], text: '[' },
    { at: value.range[1], text: `, ${code}]` },
  ];
}
