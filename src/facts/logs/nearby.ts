import { fileOf } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { classOfThis, keyName } from '../../syntax/nodes.js';

const LOGGER = /^(?:logger|log|_?logger|Logger)$/;

/** How code at a place would log: by its class's logger, its file's, or the console. */
export function findLoggerName(node: Node): string {
  const owner = classOfThis(node);
  for (const member of owner?.body.body ?? []) {
    if (member.type === 'PropertyDefinition') {
      const name = keyName(member.key, member.computed);
      if (name !== null && /^#?_?logger$/.test(name)) return `this.${name}`;
    }
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') continue;
    for (const parameter of member.value.params) {
      if (parameter.type !== 'TSParameterProperty' || parameter.parameter.type !== 'Identifier') continue;
      if (/^_?logger$/.test(parameter.parameter.name)) return `this.${parameter.parameter.name}`;
    }
  }
  return fileLogger(fileOf(node).ast) ?? 'console';
}

function fileLogger(ast: TSESTree.Program): string | null {
  for (const statement of ast.body) {
    if (statement.type === 'ImportDeclaration') {
      const found = statement.specifiers.find(({ local }) => LOGGER.test(local.name));
      // Nest's `Logger` is a class; its static methods log as well.
      if (found && statement.importKind !== 'type') return found.local.name;
    }
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { id } of declaration.declarations) {
      if (id.type === 'Identifier' && LOGGER.test(id.name)) return id.name;
      if (id.type !== 'ObjectPattern') continue;
      for (const property of id.properties)
        if (property.type === 'Property' && property.value.type === 'Identifier' && LOGGER.test(property.value.name))
          return property.value.name;
    }
  }
  return null;
}
