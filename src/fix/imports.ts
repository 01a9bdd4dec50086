import { dirname, relative } from 'node:path';

import type { BackendFile } from '../model/file.js';
import type { TSESTree } from '../syntax/ast.js';

/** An insertion into a file's text. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

type Import = TSESTree.ImportDeclaration;

const importsOf = (file: BackendFile): Import[] =>
  file.ast.body.filter((statement): statement is Import => statement.type === 'ImportDeclaration');

/** How `from` names the file `target` in its imports: relative, ending as its other relative imports end. */
export function specifierFor(from: BackendFile, target: string): string {
  const bare = relative(dirname(from.path), target)
    .replaceAll('\\', '/')
    .replace(/(?:\/index)?\.[cm]?[jt]sx?$/, '');
  const path = bare.startsWith('.') ? bare : `./${bare}`;
  const own = from.index.specifiers.filter((specifier) => specifier.startsWith('.'));
  const ending = own.map((specifier) => /\.[cm]?[jt]sx?$/.exec(specifier)?.[0]).find((each) => each !== undefined);
  return ending === undefined ? path : path + ending;
}

/** Adds a name to a file's imports: to the declaration that imports from there, else as a line of its own. */
export function importOf(from: BackendFile, name: string, specifier: string, isDefault: boolean): Insertion | null {
  const quote = /^import[^'"\n]*"/m.test(from.text) ? '"' : "'";
  const end = /^import[^;\n]*['"]$/m.test(from.text) ? '' : ';';
  const imports = importsOf(from);
  const same = imports.find((each) => each.source.value === specifier && each.importKind !== 'type');
  const last = same?.specifiers.filter((each) => each.type === 'ImportSpecifier').at(-1);
  if (last && !isDefault) return { at: last.range[1], text: `, ${name}` };
  const clause = isDefault ? name : `{ ${name} }`;
  const before = imports.at(-1);
  if (before) return { at: before.range[1], text: `\nimport ${clause} from ${quote}${specifier}${quote}${end}` };
  const required = from.ast.body.filter(isRequire).at(-1);
  return required
    ? { at: required.range[1], text: `\nconst ${clause} = require(${quote}${specifier}${quote})${end}` }
    : null;
}

/** `const x = require('…')` at the top of a file. */
function isRequire(statement: TSESTree.ProgramStatement): boolean {
  if (statement.type !== 'VariableDeclaration') return false;
  const init = statement.declarations[0].init;
  return init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require';
}
