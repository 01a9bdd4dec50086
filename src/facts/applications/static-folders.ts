import { dirname, join, resolve } from 'node:path';

import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, unwrap } from '../../syntax/nodes.js';
import { moduleOf } from '../guard-names.js';
import { argumentAt, constantOf, follow, textOf } from '../values.js';
import { isWithin, withSlashes } from '../../syntax/file-names.js';

/** What static middleware gives away that it shouldn't. */
export interface Exposure {
  readonly kind: 'sources' | 'secrets' | 'dotfiles' | 'listing';
  readonly node: Node;
  readonly folder: string;
}

/** Where the folder and the options stand, by package. */
interface StaticRow {
  readonly folder: string;
  readonly options: string;
  /** The path of the request stays in the file's path: `/static/*` with root `./` serves `./static`. */
  readonly keepsPath?: true;
}
const ROWS: Readonly<Record<string, StaticRow>> = {
  express: { folder: '0', options: '1' },
  'serve-static': { folder: '0', options: '1' },
  'koa-static': { folder: '0', options: '1' },
  'serve-index': { folder: '0', options: '1' },
  'hono/serve-static': { folder: '0.root', options: '0', keepsPath: true },
  '@hono/node-server/serve-static': { folder: '0.root', options: '0', keepsPath: true },
  'hono/bun': { folder: '0.root', options: '0', keepsPath: true },
  'hono/deno': { folder: '0.root', options: '0', keepsPath: true },
  'hono/cloudflare-workers': { folder: '0.root', options: '0', keepsPath: true },
  '@elysiajs/static': { folder: '0.assets', options: '0' },
};
const SECRET_FOLDER =
  /(?:^|\/)(?:config|configs|keys?|certs?|secrets?|credentials|private|\.ssh|\.git|\.env\w*|backups?|migrations|prisma|node_modules|logs?)$/i;
const PUBLIC_FOLDER =
  /(?:^|\/)(?:public|static|assets|uploads?|media|images?|dist|build|www|client|web|docs?|storage|files|\.well-known|swagger|coverage|out|browser|views)(?:\/|$)/i;

/** What a file's static middleware exposes. */
export const exposuresOf = (file: BackendFile): readonly Exposure[] => file.memo(findExposures);

function findExposures(file: BackendFile): Exposure[] {
  const found: Exposure[] = [];
  for (const [name, calls] of file.index.calls)
    for (const call of calls) {
      if (name === 'register' || name === 'forRoot') found.push(...pluginExposures(call, name));
      else if (name === 'useStaticAssets') found.push(...exposures(call, { folder: '0', options: '1' }));
      else if (
        /^(?:static|serveStatic|serve|serveIndex|index|staticPlugin|staticFiles|koaStatic|\w*[sS]tatic\w*|\w*[iI]ndex)$/.test(
          name,
        )
      )
        found.push(...staticExposures(call, name));
    }
  return found;
}

function staticExposures(call: TSESTree.CallExpression, name: string): Exposure[] {
  const module = moduleOf(call.callee);
  const row = module === null ? undefined : ROWS[module];
  if (!row || (module === 'express' && name !== 'static')) return [];
  if (module === 'serve-index') return [{ kind: 'listing', node: call, folder: '' }];
  return exposures(call, row);
}

/** `app.register(fastifyStatic, { root })`, `ServeStaticModule.forRoot({ rootPath })`. */
function pluginExposures(call: TSESTree.CallExpression, name: string): Exposure[] {
  const first = call.arguments[0];
  if (name === 'register') {
    if (!first || !/^(?:@fastify\/static|fastify-static)$/.test(moduleOf(first) ?? '')) return [];
    const list = argumentAt(call, '1.list');
    const listed: Exposure[] =
      typeof list !== 'string' && constantOf(list) !== false && !isForHtmlOnly(list)
        ? [{ kind: 'listing', node: placeOf(list), folder: '' }]
        : [];
    return [...listed, ...exposures(call, { folder: '1.root', options: '1' })];
  }
  const callee = unwrap(call.callee);
  const isServe =
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'ServeStaticModule';
  return isServe ? exposures(call, { folder: '0.rootPath', options: '0.serveStaticOptions' }) : [];
}

const isForHtmlOnly = (node: Node): boolean => follow(node).type === 'Identifier';

const placeOf = (value: Node): Node => (value.parent?.type === 'Property' ? value.parent : value);

function exposures(call: TSESTree.CallExpression, row: StaticRow): Exposure[] {
  const found: Exposure[] = [];
  const mount = mountOf(call);
  const dotfiles = ['dotfiles', 'hidden']
    .map((name) => argumentAt(call, `${row.options}.${name}`))
    .find((each) => typeof each !== 'string');
  if (
    dotfiles &&
    typeof dotfiles !== 'string' &&
    (constantOf(dotfiles) === 'allow' || constantOf(dotfiles) === true) &&
    !/\.well-known/.test(mount ?? '') &&
    !/\.well-known/.test(sourceText(call))
  )
    found.push({ kind: 'dotfiles', node: placeOf(dotfiles), folder: '' });
  const given = argumentAt(call, row.folder);
  if (typeof given === 'string') return found;
  const fixed = argumentAt(call, `${row.options}.path`);
  if (
    row.keepsPath &&
    ((mount !== null &&
      !/^(?:\/?\*?)$/.test(mount) &&
      argumentAt(call, `${row.options}.rewriteRequestPath`) === 'absent') ||
      fixed !== 'absent')
  )
    return found;
  const values =
    follow(given).type === 'ArrayExpression'
      ? (follow(given) as TSESTree.ArrayExpression).elements.flatMap((each) => (each ? [each] : []))
      : [given];
  for (const value of values) {
    const folder = folderOf(value, row.keepsPath === true);
    if (folder === null) continue;
    const kind = judge(folder, call);
    if (kind) found.push({ kind, node: fileOf(value) === fileOf(call) ? value : call, folder: shortOf(folder, call) });
  }
  return found;
}

/** The path that the middleware is mounted on: the text before it in the call that takes it. */
function mountOf(call: TSESTree.CallExpression): string | null {
  const { parent } = call;
  if (parent.type !== 'CallExpression') return null;
  const first = parent.arguments[0];
  return first && first !== call ? textOf(first) : '';
}

/** The folder as an absolute path, where it can be told: `__dirname`, `process.cwd()`, `path.join(…)`, relative texts. */
export function folderOf(node: Node, fromRoot = false): string | null {
  const value = follow(node);
  const file = fileOf(value);
  const root = file.project.findPackage(file.path)?.dir ?? null;
  const source = file.text.slice(value.range[0], value.range[1]);
  if (value.type === 'Identifier' && value.name === '__dirname') return dirname(file.path);
  if (/^import\.meta\.(?:dirname|dir)$/.test(source)) return dirname(file.path);
  if (/^process\.cwd\(\)$|^Deno\.cwd\(\)$|^process\.env\.PWD$/.test(source)) return root;
  const text = textOf(value);
  if (text !== null) return text.startsWith('/') && !fromRoot ? text : root === null ? null : join(root, text);
  if (value.type === 'CallExpression') {
    const name = calleeName(value);
    if (name === 'dirname' || name === 'fileURLToPath')
      return /import\.meta\.url/.test(source)
        ? name === 'dirname'
          ? dirname(file.path)
          : urlFolder(value, file)
        : null;
    if (name !== 'join' && name !== 'resolve') return null;
    let current: string | null =
      name === 'resolve' && value.arguments.length > 0 && textOf(value.arguments[0]!) !== null ? root : null;
    for (const [index, argument] of value.arguments.entries()) {
      if (argument.type === 'SpreadElement') return null;
      const part = textOf(argument);
      if (index === 0 && part === null) current = folderOf(argument);
      else if (part === null) return null;
      else
        current =
          current === null
            ? index === 0 && root !== null
              ? join(root, part)
              : null
            : name === 'resolve'
              ? resolve(current, part)
              : join(current, part);
      if (current === null) return null;
    }
    return current;
  }
  if (value.type === 'TemplateLiteral' && value.expressions.length === 1 && value.quasis[0]!.value.cooked === '') {
    const base = folderOf(value.expressions[0]!);
    return base === null ? null : join(base, value.quasis[1]!.value.raw);
  }
  if (value.type === 'BinaryExpression' && value.operator === '+') {
    const base = folderOf(value.left);
    const rest = textOf(value.right);
    return base === null || rest === null ? null : join(base, rest);
  }
  return null;
}

/** `fileURLToPath(new URL('../public', import.meta.url))`. */
function urlFolder(call: TSESTree.CallExpression, file: BackendFile): string | null {
  const made = call.arguments[0] && follow(call.arguments[0]);
  const text = made?.type === 'NewExpression' && made.arguments[0] ? textOf(made.arguments[0]) : null;
  return text === null ? null : join(dirname(file.path), text);
}

function judge(folder: string, call: TSESTree.CallExpression): Exposure['kind'] | null {
  const file = fileOf(call);
  const plain = withSlashes(folder).replace(/\/+$/, '') || '/';
  const root = file.project.findPackage(file.path)?.dir;
  if (plain === '/' || isWithin(file.path, plain)) {
    // A server's file that itself stands in the folder of what it serves: `dist/public/server.js` is none of ours.
    const own = root === undefined ? plain : plain.slice(root.length);
    return PUBLIC_FOLDER.test(own) ? null : 'sources';
  }
  const own = root !== undefined && plain.startsWith(root) ? plain.slice(root.length) : plain;
  if (SECRET_FOLDER.test(own)) return 'secrets';
  return /(?:^|\/)(?:src|lib|server|app|source|sources|scripts)$/.test(own) ? 'sources' : null;
}

function shortOf(folder: string, call: TSESTree.CallExpression): string {
  const file = fileOf(call);
  const root = file.project.findPackage(file.path)?.dir;
  if (root === undefined) return folder;
  return folder.replace(/\/+$/, '') === root
    ? "the project's root"
    : folder.startsWith(root)
      ? folder.slice(root.length + 1)
      : folder;
}
