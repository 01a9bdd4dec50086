import { dirname, join, relative, sep } from 'node:path';

import type { BackendFile } from '../../model/file.js';
import { classifyFile, sourceFiles } from '../../project/files.js';
import { projectFor } from '../../project/open.js';
import { findPackage, type Package } from '../../project/packages.js';
import { Refusal } from '../plan.js';
import type { Request } from '../plan.js';
import { styleOf, type Style } from './style.js';

/** The package that a codemod changes. */
export interface Target {
  readonly package: Package;
  /** Absolute path of its folder. */
  readonly dir: string;
  readonly cwd: string;
  /** Those of its files that the command line asked for: what is changed. */
  readonly asked: readonly BackendFile[];
  /** All files of the package, for questions about the whole of it. */
  readonly all: readonly BackendFile[];
  readonly style: Style;
  /** New files are TypeScript. */
  readonly isTypescript: boolean;
  /** New files are CommonJS with `require`. */
  readonly isCommonJs: boolean;
  /** What relative imports end in: `.js`, `.ts`, or nothing. */
  readonly importEnding: string;
  /** The folder of most of its source: `<dir>/src`, or the package's own. */
  readonly sourceDir: string;
}

/** The path as it is shown: relative to where the command runs. */
export const shown = ({ cwd }: { readonly cwd: string }, path: string): string =>
  relative(cwd, path).replaceAll('\\', '/') || '.';

/**
 * The one package of the files asked for.
 * @throws {Refusal} when there is none, or when they are of several
 */
export function targetOf({ files, cwd }: Request): Target {
  const project = projectFor({ modules: {} });
  project.refresh();
  const byPackage = new Map<string, string[]>();
  for (const path of files) {
    const dir = findPackage(path)?.dir;
    if (dir === undefined) continue;
    const list = byPackage.get(dir);
    if (list) list.push(path);
    else byPackage.set(dir, [path]);
  }
  const dirs = [...byPackage.keys()].filter((dir) => byPackage.get(dir)!.some((path) => isCode(path)));
  const [dir] = dirs;
  if (dir === undefined) throw new Refusal('There is no package.json with JavaScript or TypeScript here.');
  if (dirs.length > 1) {
    const names = dirs.map((each) => shown({ cwd }, each)).sort();
    const more = names.length > 4 ? ` and ${names.length - 4} more` : '';
    throw new Refusal(
      `A codemod changes one package at a time; these are ${names.length} (${names.slice(0, 4).join(', ')}${more}): name the folder of one.`,
    );
  }
  const asked = new Set(byPackage.get(dir));
  const all = sourceFiles(dir)
    .files.filter((path) => findPackage(path)?.dir === dir)
    .flatMap((path) => project.open(path) ?? []);
  const own = all.filter(({ kind }) => kind === 'source' || kind === 'config');
  if (own.length === 0) throw new Refusal('There is no source code here.');
  const isTypescript = own.filter(({ path }) => /\.[cm]?tsx?$/.test(path)).length > own.length / 2;
  const code = own.filter(({ path }) => /\.[cm]?tsx?$/.test(path) === isTypescript);
  return {
    package: findPackage(join(dir, 'package.json'))!,
    dir,
    cwd,
    asked: all.filter(({ path }) => asked.has(path)),
    all,
    style: styleOf(code),
    isTypescript,
    isCommonJs: !isTypescript && code.filter(isCommonJsFile).length > code.length / 2,
    importEnding: endingFor(code, isTypescript),
    sourceDir: sourceDirOf(dir, code),
  };
}

/** The folder that most of the source stands in, by its usual names. */
function sourceDirOf(dir: string, files: readonly BackendFile[]): string {
  const folders = ['src', 'server', 'app', 'api', 'backend'].map((name) => join(dir, name));
  const most = folders.find(
    (folder) => files.filter(({ path }) => path.startsWith(folder + sep)).length > files.length / 2,
  );
  return most ?? dir;
}

const isCode = (path: string): boolean => /^(?:source|config)$/.test(classifyFile(path));

/** Whether a JavaScript file takes its modules by `require`. */
export function isCommonJsFile({ path, ast, text }: BackendFile): boolean {
  if (/\.(?:cjs|cts)$/.test(path)) return true;
  if (/\.(?:mjs|[cm]?tsx?)$/.test(path)) return false;
  if (ast.body.some(({ type }) => /^(?:Import|Export)/.test(type))) return false;
  return /\brequire\(|\bexports\b/.test(text) || findPackage(path)?.json['type'] !== 'module';
}

/** What most relative imports end in; where there are none, what Node demands. */
function endingFor(files: readonly BackendFile[], isTypescript: boolean): string {
  const votes = new Map<string, number>();
  for (const file of files)
    for (const specifier of file.index.specifiers) {
      if (!/^\.\.?\//.test(specifier) || /\.(?:json|css|node|graphql)$/.test(specifier)) continue;
      const ending = /\.[cm]?[jt]sx?$/.exec(specifier)?.[0] ?? '';
      votes.set(ending, (votes.get(ending) ?? 0) + 1);
    }
  const [most] = [...votes].sort((a, b) => b[1] - a[1]);
  if (most) return most[0];
  const isNative = files.some(({ path }) => findPackage(path)?.json['type'] === 'module');
  return isNative && !files.every((file) => isCommonJsFile(file)) ? (isTypescript ? '.js' : '.js') : '';
}

/** How the file `from` names another file of the package. */
export function specifierOf(target: Target, from: string, to: string): string {
  const bare = relative(dirname(from), to)
    .replaceAll('\\', '/')
    .replace(/\.[cm]?[jt]sx?$/, '');
  const path = bare.startsWith('.') ? bare : `./${bare}`;
  if (target.importEnding !== '') return path + target.importEnding;
  return path.replace(/^(\.\.?(?:\/.+)?)\/index$/, '$1');
}
