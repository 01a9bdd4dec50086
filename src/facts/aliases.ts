import type { BackendFile } from '../model/file.js';
import type { Node } from '../syntax/ast.js';
import { calleeName, keyName, memberName, unwrap } from '../syntax/nodes.js';

/**
 * Names that a file gives to functions known under another: `import { exec as run }`, `const run = promisify(exec)`,
 * `const { exec: run } = require(…)`. Pairs of the file's name and the function's own.
 */
export const aliasesIn = (file: BackendFile): readonly (readonly [alias: string, name: string])[] =>
  file.memo(findAliases);

function findAliases(file: BackendFile): [string, string][] {
  const found: [string, string][] = [];
  for (const statement of file.ast.body)
    if (statement.type === 'ImportDeclaration')
      for (const specifier of statement.specifiers) {
        const imported = specifier.type === 'ImportSpecifier' ? keyName(specifier.imported, false) : '';
        if (imported !== null && imported !== specifier.local.name) found.push([specifier.local.name, imported]);
      }
  for (const { id, init } of file.index.declarators) {
    if (!init) continue;
    if (id.type === 'ObjectPattern') {
      for (const property of id.properties)
        if (property.type === 'Property' && property.value.type === 'Identifier') {
          const key = keyName(property.key, property.computed);
          if (key !== null && key !== property.value.name) found.push([property.value.name, key]);
        }
    } else if (id.type === 'Identifier') {
      const name = nameOf(init);
      if (name !== null && name !== id.name) found.push([id.name, name]);
    }
  }
  return found;
}

/** The function that an expression names: itself, of a module, promisified or bound; `''` for a whole module. */
function nameOf(node: Node): string | null {
  const value = unwrap(node);
  if (value.type === 'Identifier') return value.name;
  if (value.type === 'MemberExpression') return memberName(value);
  if (value.type !== 'CallExpression') return null;
  const name = calleeName(value);
  if (name === 'require') return '';
  if (name === 'bind' && value.callee.type === 'MemberExpression') return nameOf(value.callee.object);
  const [first] = value.arguments;
  return name === 'promisify' && first && first.type !== 'SpreadElement' ? nameOf(first) : null;
}
