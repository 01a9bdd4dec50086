import { dirname, join, relative } from 'node:path';

import { fileOf, type BackendFile } from '../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import { denoteExport } from './entities.js';
import { exportsOf } from './exports.js';
import { moduleOf } from './guard-names.js';
import { argumentAt, constantOf, follow, textOf } from './values.js';
import { isWithin, withSlashes } from '../syntax/file-names.js';

/** `app.register(autoload, { dir })`: every file below the folder is a plugin. https://github.com/fastify/fastify-autoload */
export interface Autoload {
  readonly call: TSESTree.CallExpression;
  readonly dir: string;
  readonly prefix: string;
  readonly hasHooks: boolean;
}

const MODULES = /['"](?:@fastify\/autoload|fastify-autoload)['"]/;

const autoloadsIn = (file: BackendFile): readonly Autoload[] => file.memo(findAutoloads);

function findAutoloads(file: BackendFile): Autoload[] {
  if (!MODULES.test(file.text)) return [];
  return (file.index.calls.get('register') ?? []).flatMap((call) => autoloadAt(call) ?? []);
}

/** The autoloading that a call asks for, or null. */
export function autoloadAt(call: TSESTree.CallExpression): Autoload | null {
  const first = call.arguments[0];
  if (!first || !/^(?:@fastify\/|fastify-)autoload$/.test(moduleOf(first) ?? '')) return null;
  const given = argumentAt(call, '1.dir');
  const dir = typeof given === 'string' ? null : folderIn(given);
  if (dir === null) return null;
  const prefix = argumentAt(call, '1.options.prefix');
  const hooks = argumentAt(call, '1.autoHooks');
  return {
    call,
    dir,
    prefix: (typeof prefix === 'string' ? null : textOf(prefix)) ?? '',
    hasHooks: typeof hooks !== 'string' && constantOf(hooks) === true,
  };
}

/** `path.join(__dirname, 'plugins')`, from the file that says it. */
function folderIn(node: Node): string | null {
  const value = follow(node);
  const from = dirname(fileOf(value).path);
  if (value.type === 'CallExpression') {
    const texts = value.arguments.map((argument) => textOf(argument)).filter((text) => text !== null);
    return texts.length > 0 && texts.length >= value.arguments.length - 1 ? join(from, ...texts) : null;
  }
  if (value.type === 'TemplateLiteral') return join(from, value.quasis.map(({ value: { cooked } }) => cooked).join(''));
  if (value.type === 'BinaryExpression') {
    const text = textOf(value.right);
    return text === null ? null : join(from, text);
  }
  return null;
}

/** The files that an autoloading takes for plugins. */
export function autoloadedFiles({ call, dir }: Autoload): BackendFile[] {
  const file = fileOf(call);
  return file.project
    .filesMentioning(file.path, /export default|export \{[^}]*default|exports\b/)
    .filter((path) => path.startsWith(`${dir}/`) && !/(?:\.|\/)(?:test|spec)\./.test(path))
    .flatMap((path) => file.project.open(path) ?? []);
}

/** A file's default export as written: what it denotes may be an import. */
export function defaultOf(file: BackendFile): Node | null {
  const { names, whole } = exportsOf(file);
  const given = names.get('default');
  return given && 'node' in given ? given.node : whole;
}

/** The plugin that a file gives by its default export. */
export function pluginOf(file: BackendFile): FunctionNode | null {
  const entity = denoteExport(file, 'default');
  if (entity?.kind === 'function') return entity.node;
  return null;
}

/** How an autoloading reaches a file: its address by the folder, and the hooks of its folder and those above. */
export interface Loaded {
  readonly autoload: Autoload;
  readonly prefix: string;
  /** The plugin of hooks that stands before it. */
  readonly hooks: FunctionNode | null;
}

/** The autoloadings of the project that take a file. */
export function allLoading(file: BackendFile): Loaded[] {
  const { project } = file;
  if (project.findPackage(file.path)?.hasDependency('@fastify/autoload') !== true) return [];
  return project
    .filesMentioning(file.path, MODULES)
    .flatMap((path) => (path === file.path ? file : project.open(path)) ?? [])
    .flatMap((other) => autoloadsIn(other))
    .filter(({ dir }) => isWithin(file.path, dir))
    .map((autoload) => ({ autoload, prefix: addressIn(autoload, file), hooks: hooksAbove(autoload, file) }));
}

function addressIn({ dir, prefix }: Autoload, file: BackendFile): string {
  const folder = withSlashes(relative(dir, dirname(file.path)));
  const parts = folder.split('/').map((part) => part.replace(/^_{1,2}(\w+)/, ':$1'));
  return `${prefix}/${parts.join('/')}`;
}

function hooksAbove({ dir, hasHooks }: Autoload, file: BackendFile): FunctionNode | null {
  if (!hasHooks) return null;
  const isHooks = /\/\.?autohooks\.[cm]?[jt]s$/.test(withSlashes(file.path));
  for (
    let folder = isHooks ? dirname(dirname(file.path)) : dirname(file.path);
    isWithin(folder, dir);
    folder = dirname(folder)
  )
    for (const extension of ['ts', 'js', 'mts', 'mjs', 'cts', 'cjs'])
      for (const name of ['autohooks', '.autohooks']) {
        const hooks = file.project.open(join(folder, `${name}.${extension}`));
        const plugin = hooks && pluginOf(hooks);
        if (plugin) return plugin;
      }
  return null;
}
