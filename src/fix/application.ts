import type { TSESLint } from '@typescript-eslint/utils';

import type { Application } from '../model/application.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { closest, wrapped } from '../syntax/nodes.js';
import { importOf } from './imports.js';

type Edit = (fixer: TSESLint.RuleFixer) => readonly TSESLint.RuleFix[];

/** What is put on an application, and where its name comes from. */
export interface Addition {
  /** The link or statement without its receiver: `use(helmet())`. */
  readonly code: string;
  readonly name: string | null;
  readonly module: string | null;
  readonly isDefault: boolean;
}

/** The name by which code can speak of the application where it is made: `app`, `this.app`; null where it has none. */
export function nameOfApplication({ node, file }: Application): string | null {
  let up: Node = wrapped(node);
  if (up.parent?.type === 'AwaitExpression') up = wrapped(up.parent);
  const holder = up.parent;
  if (holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier') return holder.id.name;
  if (holder?.type === 'AssignmentExpression' && holder.right === up)
    return file.text.slice(holder.left.range[0], holder.left.range[1]);
  return null;
}

/** Adds a call right after the application is made: a statement of its own, or a link where it begins a chain. */
export function additionTo(application: Application, addition: Addition): Edit | null {
  const { node, file } = application;
  const places: { at: number; text: string }[] = [];
  const imported = addition.name !== null && addition.module !== null;
  if (imported && !isImported(application, addition.name)) {
    const added = importOf(file, addition.name, addition.module, addition.isDefault);
    if (!added) return null;
    places.push(added);
  }
  const name = nameOfApplication(application);
  if (name !== null) {
    const statement = closest(node, 'VariableDeclaration', 'ExpressionStatement');
    if (!statement) return null;
    const outer = statement.parent.type === 'ExportNamedDeclaration' ? statement.parent : statement;
    const isList = outer.parent.type === 'Program' || outer.parent.type === 'BlockStatement';
    if (!isList) return null;
    places.push({ at: outer.range[1], text: `\n${indentOf(outer, file.text)}${name}.${addition.code};` });
  } else if (node.parent.type === 'MemberExpression' && node.parent.object === node)
    places.push({ at: node.range[1], text: `.${addition.code}` });
  else return null;
  return (fixer) => places.map(({ at, text }) => fixer.insertTextAfterRange([at, at], text));
}

function isImported({ file }: Application, name: string): boolean {
  return file.ast.body.some(
    (statement: TSESTree.ProgramStatement) =>
      statement.type === 'ImportDeclaration' && statement.specifiers.some(({ local }) => local.name === name),
  );
}

function indentOf(node: Node, text: string): string {
  const start = text.lastIndexOf('\n', node.range[0] - 1) + 1;
  return /^\s*/.exec(text.slice(start, node.range[0]))![0];
}
