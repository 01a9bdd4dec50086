import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';

import type { Node } from '../syntax/ast.js';
import { isInside } from '../syntax/nodes.js';
import type { Project } from './project.js';
import type { TypeKnowledge } from './types.js';

/** What a file is for, by its path. Rules say which kinds they speak in. */
export type FileKind =
  | 'source'
  | 'test'
  | 'fixture'
  | 'mock'
  | 'seed'
  | 'migration'
  | 'script'
  | 'config'
  | 'example'
  | 'generated'
  | 'story'
  | 'tooling';

/** Calls, constructions and the like of one file, by name: made in one walk and shared by all rules. */
export interface SyntaxIndex {
  /** Calls by the name of the function or method called. */
  readonly calls: ReadonlyMap<string, readonly TSESTree.CallExpression[]>;
  readonly news: readonly TSESTree.NewExpression[];
  readonly tags: readonly TSESTree.TaggedTemplateExpression[];
  /** String literals and templates of at least eight characters, outside imports and types. */
  readonly strings: readonly (TSESTree.StringLiteral | TSESTree.TemplateLiteral)[];
  readonly members: ReadonlyMap<string, readonly TSESTree.MemberExpression[]>;
  readonly assignments: readonly TSESTree.AssignmentExpression[];
  readonly declarators: readonly TSESTree.VariableDeclarator[];
  /** Comparisons for equality: `===`, `!==`, `==`, `!=`. */
  readonly comparisons: readonly TSESTree.BinaryExpression[];
  readonly objects: readonly TSESTree.ObjectExpression[];
  readonly classes: readonly (TSESTree.ClassDeclaration | TSESTree.ClassExpression)[];
  readonly functions: readonly (
    TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression
  )[];
  /** The `catch` clauses of `try` statements. */
  readonly catches: readonly TSESTree.CatchClause[];
  /** `import(x)` of anything but a literal. */
  readonly dynamicImports: readonly TSESTree.ImportExpression[];
  /** Imports, re-exports, `require` and `import()` with a literal specifier. */
  readonly specifiers: readonly string[];
}

/** One source file as the facts see it: the file being linted, or another one that it leads to. */
export interface BackendFile {
  /** Absolute path; `<input>` and the like where a linter had none. */
  readonly path: string;
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly scopes: ScopeManager;
  readonly kind: FileKind;
  readonly project: Project;
  /** Answers of the type checker, where the parser provides it. */
  readonly types: TypeKnowledge | null;
  readonly index: SyntaxIndex;
  /** The fact `make` gives for this file, made once; `key` is the function that makes it. */
  memo<T>(make: (file: BackendFile) => T): T;
}

const files = new WeakMap<TSESTree.Program, BackendFile>();

/**
 * Makes `file` known as the owner of its tree, so that `fileOf` finds it from any node. A file that was opened for
 * another's sake before it was linted owns the linter's tree of the same text as well.
 */
export function registerFile(file: BackendFile, ast = file.ast): void {
  files.set(ast, file);
}

export const findFile = (ast: TSESTree.Program): BackendFile | null => files.get(ast) ?? null;

/**
 * The file that a node belongs to.
 * @throws {Error} for a node of a tree that was never registered: a fault in the plugin.
 */
export function fileOf(node: Node): BackendFile {
  let top = node;
  while (top.parent) top = top.parent;
  const file = files.get(top);
  if (!file) throw new Error(`eslint-plugin-backend: no file for a ${node.type} (internal error)`);
  return file;
}

/** A node's source, as written. */
export const sourceText = (node: Node): string => fileOf(node).text.slice(node.range[0], node.range[1]);

/** The line on which a node begins, counted from 1. */
export const lineOf = (node: Node): number => lineAt(fileOf(node), node.range[0]);

/** The line of an offset, counted from 1. */
export const lineAt = ({ text }: Pick<BackendFile, 'text'>, offset: number): number =>
  text.slice(0, offset).split('\n').length;

/**
 * Whether two nodes are the same piece of code. A file may be parsed twice, by the linter and again where another file
 * leads to it: the same place in another parse is the same.
 */
export const isSamePlace = (one: Node | null, two: Node): boolean =>
  one === two ||
  (one !== null &&
    one.type === two.type &&
    one.range[0] === two.range[0] &&
    one.range[1] === two.range[1] &&
    fileOf(one).path === fileOf(two).path);

/** Whether a node is, or stands inside, another one of the same parse. */
export const isWithin = (inner: Node, outer: Node): boolean =>
  isInside(inner, outer) && fileOf(inner) === fileOf(outer);
