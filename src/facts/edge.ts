import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { BackendFile } from '../model/file.js';
import type { TSESTree } from '../syntax/ast.js';
import { findProperty } from '../syntax/nodes.js';
import { constantOf, follow } from './values.js';

/** The runtime that a file is declared for, where it is none of Node's. */
export type EdgeRuntime = 'vercel' | 'workers' | 'workers-node' | 'deno';

/** An import that the runtime of its file can't load. */
export interface MisplacedImport {
  readonly node:
    | TSESTree.ImportDeclaration
    | TSESTree.CallExpression
    | TSESTree.ExportAllDeclaration
    | TSESTree.ExportNamedDeclaration;
  readonly module: string;
  /** The file of the project through which it comes; null where the edge file imports it itself. */
  readonly through: BackendFile | null;
  readonly runtime: EdgeRuntime;
}

/** Every import of an edge file that ends in a module which only Node has. */
export function misplacedImportsOf(file: BackendFile): MisplacedImport[] {
  const runtime = runtimeOf(file);
  if (!runtime) return [];
  return importsOf(file).flatMap(({ node, specifier }): MisplacedImport[] => {
    if (isNodeOnly(specifier, runtime, file)) return [{ node, module: specifier, through: null, runtime }];
    const found = findBehind(specifier, file, runtime, new Set([file.path]), 0);
    return found ? [{ node, ...found, runtime }] : [];
  });
}

function runtimeOf(file: BackendFile): EdgeRuntime | null {
  const declared = declaredRuntime(file);
  if (declared !== null) return /edge/.test(declared) ? 'vercel' : null;
  if (/(?:^|[\\/])(?:netlify[\\/]edge-functions|supabase[\\/]functions)[\\/]/.test(file.path)) return 'deno';
  const owner = file.project.findPackage(file.path);
  if (!owner) return null;
  if (
    /[\\/]middleware\.[jt]s$/.test(file.path) &&
    owner.hasDependency('next') &&
    /^(?:src)?[\\/]?middleware\./.test(file.path.slice(owner.dir.length + 1))
  )
    return 'vercel';
  const isWorker = owner.hasDependency('wrangler') || owner.hasDependency('@cloudflare/workers-types');
  if (!isWorker || !/export\s+default\b[^]*\bfetch\b|ExportedHandler|\bexport default app\b/.test(file.text))
    return null;
  return hasNodeCompatibility(owner.dir) ? 'workers-node' : 'workers';
}

/** `export const runtime = 'edge'`, `export const config = { runtime: 'edge' }`. */
function declaredRuntime(file: BackendFile): string | null {
  for (const { id, init, parent } of file.index.declarators) {
    if (id.type !== 'Identifier' || !init || parent.parent.type !== 'ExportNamedDeclaration') continue;
    const value = id.name === 'runtime' ? init : id.name === 'config' ? runtimeIn(follow(init)) : null;
    const runtime = value && constantOf(value);
    if (typeof runtime === 'string') return runtime;
  }
  return null;
}

const runtimeIn = (node: ReturnType<typeof follow>): TSESTree.Node | null =>
  node.type === 'ObjectExpression' ? (findProperty(node, 'runtime')?.value ?? null) : null;

/** https://developers.cloudflare.com/workers/runtime-apis/nodejs/ */
function hasNodeCompatibility(dir: string): boolean {
  for (const name of ['wrangler.toml', 'wrangler.jsonc', 'wrangler.json']) {
    try {
      return /nodejs_compat|node_compat\s*=\s*true/.test(readFileSync(join(dir, name), 'utf8'));
    } catch {
      // Not there: the next name.
    }
  }
  return false;
}

interface Import {
  readonly node: MisplacedImport['node'];
  readonly specifier: string;
}

/** Imports that load when the file loads; types are none. */
function importsOf(file: BackendFile): Import[] {
  const found: Import[] = [];
  for (const statement of file.ast.body) {
    if (statement.type === 'ImportDeclaration') {
      const isType =
        statement.importKind === 'type' ||
        (statement.specifiers.length > 0 &&
          statement.specifiers.every((each) => each.type === 'ImportSpecifier' && each.importKind === 'type'));
      if (!isType) found.push({ node: statement, specifier: statement.source.value });
    } else if (
      (statement.type === 'ExportAllDeclaration' || statement.type === 'ExportNamedDeclaration') &&
      statement.source
    ) {
      if (statement.exportKind !== 'type') found.push({ node: statement, specifier: statement.source.value });
    }
  }
  for (const call of file.index.calls.get('require') ?? []) {
    const specifier = call.arguments[0] && constantOf(call.arguments[0]);
    if (typeof specifier === 'string') found.push({ node: call, specifier });
  }
  return found;
}

function findBehind(
  specifier: string,
  from: BackendFile,
  runtime: EdgeRuntime,
  seen: Set<string>,
  depth: number,
): { module: string; through: BackendFile } | null {
  const resolution = from.project.resolve(specifier, from.path);
  if (!resolution || !('file' in resolution) || seen.has(resolution.file) || depth > 5 || seen.size > 60) return null;
  seen.add(resolution.file);
  const file = from.project.open(resolution.file);
  if (!file) return null;
  for (const each of importsOf(file)) {
    if (isNodeOnly(each.specifier, runtime, file)) return { module: each.specifier, through: file };
    const found = findBehind(each.specifier, file, runtime, seen, depth + 1);
    if (found) return found;
  }
  return null;
}

const BUILT_IN =
  /^(?:node:)?(?:fs|fs\/promises|child_process|net|tls|dns|dns\/promises|dgram|http|https|http2|cluster|worker_threads|os|crypto|zlib|vm|v8|readline|repl|inspector|sqlite)$/;
/** Over TCP, or on Node's crypto and streams. */
const DRIVERS =
  /^(?:pg|mysql|mysql2|mysql2\/promise|mssql|ioredis|redis|mongodb|mongoose|knex|typeorm|sequelize|tedious|oracledb|nodemailer|bullmq|bull|amqplib|kafkajs|jsonwebtoken|firebase-admin|@grpc\/grpc-js|winston|drizzle-orm\/(?:node-postgres|mysql2))$/;
/** Built for one machine, or with processes of their own. */
const NATIVE = /^(?:bcrypt|argon2|sharp|better-sqlite3|sqlite3|canvas|puppeteer|playwright|@napi-rs\/.*|@node-rs\/.*)$/;

function isNodeOnly(module: string, runtime: EdgeRuntime, file: BackendFile): boolean {
  if (NATIVE.test(module)) return true;
  // https://www.prisma.io/docs/orm/prisma-client/deployment/edge/overview: an adapter, Accelerate, or the edge build
  if (module === '@prisma/client')
    return /new\s+PrismaClient/.test(file.text) && !/adapter|withAccelerate|@prisma\/extension/.test(file.text);
  if (runtime === 'deno') return false;
  if (runtime === 'workers-node')
    return /^(?:node:)?(?:child_process|cluster|worker_threads|vm|repl|inspector|v8)$/.test(module);
  return BUILT_IN.test(module) || DRIVERS.test(module);
}
