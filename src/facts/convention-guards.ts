import { fileOf, type BackendFile } from '../model/file.js';
import type { Guard, Route } from '../model/route.js';
import type { Node } from '../syntax/ast.js';
import { calleeName, findProperty } from '../syntax/nodes.js';
import { exportsOf } from './exports.js';
import { guardAt } from './guard-names.js';
import { covers } from './paths.js';
import { exportedValue, follow, textOf } from './values.js';

const EXTENSIONS = ['ts', 'js', 'mts', 'mjs', 'tsx'];

/** What a framework runs before a route because of the file that it stands in. */
export function conventionGuards(route: Route): Guard[] {
  switch (route.library.name) {
    case 'next':
      return nextGuards(route);
    case 'sveltekit':
      return svelteGuards(route);
    case 'h3':
      return nitroGuards(route);
    default:
      return [];
  }
}

/** The first of several files that is there. */
function openFirst(from: BackendFile, places: readonly string[]): BackendFile | null {
  const dir = from.project.findPackage(from.path)?.dir;
  if (dir === undefined) return null;
  for (const place of places)
    for (const extension of EXTENSIONS) {
      const file = from.project.open(`${dir}/${place}.${extension}`);
      if (file) return file;
    }
  return null;
}

const exportedNode = (file: BackendFile, name: string): Node | null => {
  const exported = exportsOf(file).names.get(name);
  return exported && 'node' in exported ? exported.node : null;
};

/** https://nextjs.org/docs/app/api-reference/file-conventions/proxy: `middleware.ts`, or `proxy.ts` since 16. */
function nextGuards(route: Route): Guard[] {
  const file = openFirst(fileOf(route.node), ['middleware', 'src/middleware', 'proxy', 'src/proxy']);
  if (!file) return [];
  const node = exportedNode(file, 'middleware') ?? exportedNode(file, 'proxy') ?? exportedNode(file, 'default');
  return node && matches(file, route.path) ? [guardAt(node, 'application')] : [];
}

function matches(file: BackendFile, path: string | null): boolean {
  const config = exportedValue(file, 'config');
  const matcher = config?.type === 'ObjectExpression' ? findProperty(config, 'matcher')?.value : undefined;
  if (!matcher || path === null) return true;
  const given = follow(matcher);
  const entries = given.type === 'ArrayExpression' ? given.elements : [given];
  return entries.some((entry) => {
    const value = entry && follow(entry);
    const source = value?.type === 'ObjectExpression' ? findProperty(value, 'source')?.value : value;
    const text = source && textOf(source);
    return text != null && matchesPattern(text, path);
  });
}

/** A matcher in the form of path-to-regexp: `/api/:path*`, `/((?!api|_next).*)`. */
function matchesPattern(pattern: string, path: string): boolean {
  try {
    const source = pattern
      .replace(/\/:\w+\*/g, '(?:/.*)?')
      .replace(/\/:\w+\+/g, '/.+')
      .replace(/:\w+/g, '[^/]+');
    return new RegExp(`^${source}/?$`).test(path);
  } catch {
    return false;
  }
}

/** https://svelte.dev/docs/kit/hooks#Server-hooks-handle, and `sequence(a, b)` of them. */
function svelteGuards(route: Route): Guard[] {
  const file = openFirst(fileOf(route.node), ['src/hooks.server', 'src/hooks.server/index']);
  const node = file && exportedNode(file, 'handle');
  if (!node) return [];
  const value = follow(node);
  return value.type === 'CallExpression' && calleeName(value) === 'sequence'
    ? value.arguments.map((argument) => guardAt(argument, 'application'))
    : [guardAt(node, 'application')];
}

/** https://nuxt.com/docs/guide/directory-structure/server#server-middleware: every file of `server/middleware`. */
function nitroGuards(route: Route): Guard[] {
  const file = fileOf(route.node);
  const dir = file.project.findPackage(file.path)?.dir;
  if (dir === undefined || route.proof !== 'convention' || !covers('*', route.path)) return [];
  return file.project
    .filesMentioning(file.path, /[eE]ventHandler|defineHandler/)
    .filter((path) => path.startsWith(dir) && /\/(?:server\/)?middleware\/[^/]+$/.test(path))
    .flatMap((path) => {
      const other = file.project.open(path);
      const node = other && exportedNode(other, 'default');
      return node ? [guardAt(node, 'application')] : [];
    });
}
