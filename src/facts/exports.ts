import type { TSESTree } from '@typescript-eslint/utils';

import type { BackendFile } from '../model/file.js';
import type { Node } from '../syntax/ast.js';
import { keyName, memberName, unwrap } from '../syntax/nodes.js';

/** What a name that a file exports stands for. */
export type Exported =
  /** A declaration or expression of this file. */
  | { readonly node: Node }
  /** Another module's export, or the module object itself (`*`). */
  | { readonly from: string; readonly name: string };

export interface FileExports {
  readonly names: ReadonlyMap<string, Exported>;
  /** `export * from 'x'`. */
  readonly stars: readonly string[];
  /** `module.exports = x` or `export = x`. */
  readonly whole: TSESTree.Expression | null;
}

/** What a file exports, ES modules and CommonJS alike. */
export const exportsOf = (file: BackendFile): FileExports => file.memo(readExports);

function readExports(file: BackendFile): FileExports {
  const names = new Map<string, Exported>();
  const stars: string[] = [];
  let whole: TSESTree.Expression | null = null;
  for (const statement of file.ast.body) {
    switch (statement.type) {
      case 'ExportDefaultDeclaration':
        names.set('default', { node: statement.declaration });
        break;
      case 'ExportAllDeclaration':
        if (statement.exported)
          names.set(keyName(statement.exported, false) ?? '', { from: statement.source.value, name: '*' });
        else stars.push(statement.source.value);
        break;
      case 'TSExportAssignment':
        whole = statement.expression;
        break;
      case 'ExportNamedDeclaration':
        for (const specifier of statement.specifiers) {
          const exported = keyName(specifier.exported, false) ?? '';
          const local = keyName(specifier.local, false) ?? '';
          names.set(
            exported,
            statement.source ? { from: statement.source.value, name: local } : { node: specifier.local },
          );
        }
        if (statement.declaration) addDeclared(statement.declaration, names);
        break;
    }
  }
  // CommonJS assigns its exports anywhere; the index has every assignment of the file.
  if (/\bexports\b/.test(file.text))
    for (const assignment of file.index.assignments) {
      if (assignment.operator !== '=') continue;
      const target = unwrap(assignment.left);
      if (target.type !== 'MemberExpression') continue;
      if (isModuleExports(target)) whole = assignment.right;
      else if (
        isModuleExports(target.object) ||
        (target.object.type === 'Identifier' && target.object.name === 'exports')
      ) {
        const name = memberName(target);
        if (name) names.set(name, { node: assignment.right });
      }
    }
  return { names, stars, whole };
}

const isModuleExports = (node: Node): boolean =>
  node.type === 'MemberExpression' &&
  node.object.type === 'Identifier' &&
  node.object.name === 'module' &&
  memberName(node) === 'exports';

function addDeclared(declaration: TSESTree.NamedExportDeclarations, names: Map<string, Exported>): void {
  if (declaration.type === 'VariableDeclaration') {
    for (const { id } of declaration.declarations)
      for (const name of allNames(id)) names.set(name.name, { node: name });
  } else if ('id' in declaration && declaration.id?.type === 'Identifier') {
    names.set(declaration.id.name, { node: declaration.id });
  }
}

/** The identifiers that a pattern declares. */
function allNames(pattern: Node): TSESTree.Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((p) => allNames(p.type === 'RestElement' ? p.argument : p.value));
    case 'ArrayPattern':
      return pattern.elements.flatMap((e) => (e ? allNames(e) : []));
    case 'AssignmentPattern':
      return allNames(pattern.left);
    case 'RestElement':
      return allNames(pattern.argument);
    default:
      return [];
  }
}
