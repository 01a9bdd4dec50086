import type { BackendFile } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { literalText } from '../../syntax/nodes.js';
import type { Edits } from '../edits.js';
import { Refusal } from '../plan.js';
import { styleOf } from './style.js';
import { isCommonJsFile, shown, specifierOf, type Target } from './target.js';

export interface Wanted {
  /** The name that the module exports. */
  readonly name: string;
  /** It is what the module exports itself, or its default; `name` is what it is called here. */
  readonly isDefault?: boolean;
  /** The module: an absolute path of a file of the package, or a package's name. */
  readonly from: string;
  /** The name to give it here; the same where nothing in the file has it. */
  readonly alias?: readonly string[];
  /** Names that the file has now and will have no more. */
  readonly free?: readonly string[];
  /** More names of the same module, which nothing in the file has. */
  readonly also?: readonly string[];
}

/**
 * Adds an import of a name to a file, in the form in which the file imports others.
 * @returns the name under which the file has it
 */
export function addImport(edits: Edits, target: Target, file: BackendFile, wanted: Wanted): string {
  const specifier = /^(?:\/|[A-Za-z]:[\\/])/.test(wanted.from)
    ? specifierOf(target, file.path, wanted.from)
    : wanted.from;
  const present = findImported(file, wanted, specifier);
  if (present !== null) return present;
  const taken = new Set(takenNames(file));
  for (const name of wanted.free ?? []) taken.delete(name);
  const local = [wanted.name, ...(wanted.alias ?? [])].find((name) => !taken.has(name)) ?? `${wanted.name}_`;
  const { quote, semicolons } = ownStyle(file, target);
  const isRequired = isCommonJsFile(file);
  const { isDefault = false } = wanted;
  const named = local === wanted.name ? local : isRequired ? `${wanted.name}: ${local}` : `${wanted.name} as ${local}`;
  const end = semicolons ? ';' : '';
  const names = [named, ...(wanted.also ?? [])].join(', ');
  const clause = isDefault ? local : `{ ${names} }`;
  const line = isRequired
    ? `const ${clause} = require(${quote}${specifier}${quote})${end}`
    : `import ${clause} from ${quote}${specifier}${quote}${end}`;
  const same = isRequired || isDefault ? null : findNamedImport(file, specifier);
  if (same) edits.insert(file, same.range[1], `, ${names}`);
  else insertLine(edits, file, line, isRequired);
  return local;
}

/**
 * Adds imports of several names of one package, those that the file lacks in one statement.
 * @returns the name under which the file has each
 * @throws {Refusal} where the file has something else by the name of one
 */
export function addNames(
  edits: Edits,
  target: Target,
  file: BackendFile,
  names: readonly string[],
  from: string,
): ReadonlyMap<string, string> {
  const found = new Map(names.map((name) => [name, findImported(file, { name, from }, from)]));
  const missing = names.filter((name) => found.get(name) === null);
  const taken = takenNames(file);
  const other = missing.find((name) => taken.has(name));
  if (other !== undefined)
    throw new Refusal(`${shown(target, file.path)} has something else by the name of ${other}: rename it first.`);
  const [name, ...also] = missing;
  if (name !== undefined) addImport(edits, target, file, { name, also, from });
  return new Map(names.map((each) => [each, found.get(each) ?? each]));
}

/** The name under which a file has the export already, or null. */
function findImported(file: BackendFile, { name, from }: Wanted, specifier: string): string | null {
  const leadsThere = (text: string): boolean => {
    if (text === specifier) return true;
    const resolution = text.startsWith('.') ? file.project.resolve(text, file.path) : null;
    return resolution !== null && 'file' in resolution && resolution.file === from;
  };
  for (const statement of file.ast.body) {
    if (statement.type === 'ImportDeclaration' && statement.importKind !== 'type' && leadsThere(statement.source.value))
      for (const each of statement.specifiers)
        if (
          each.type === 'ImportSpecifier' &&
          each.importKind !== 'type' &&
          each.imported.type === 'Identifier' &&
          each.imported.name === name
        )
          return each.local.name;
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      const required = init && requiredText(init);
      if (required == null || !leadsThere(required) || id.type !== 'ObjectPattern') continue;
      for (const property of id.properties)
        if (
          property.type === 'Property' &&
          property.key.type === 'Identifier' &&
          property.key.name === name &&
          property.value.type === 'Identifier'
        )
          return property.value.name;
    }
  }
  return null;
}

function requiredText(node: Node): string | null {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require')
    return null;
  const [first] = node.arguments;
  return first ? literalText(first) : null;
}

function findNamedImport(file: BackendFile, specifier: string): TSESTree.ImportSpecifier | null {
  for (const statement of file.ast.body)
    if (
      statement.type === 'ImportDeclaration' &&
      statement.source.value === specifier &&
      statement.importKind !== 'type'
    ) {
      const last = statement.specifiers.at(-1);
      if (last?.type === 'ImportSpecifier') return last;
    }
  return null;
}

/** Every name that something in the file declares or takes from outside: another one by that name would be mistaken for it. */
function takenNames(file: BackendFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const scope of file.scopes.scopes) for (const name of scope.set.keys()) names.add(name);
  return names;
}

function ownStyle(file: BackendFile, target: Target): { quote: string; semicolons: boolean } {
  const hasImports = file.index.specifiers.length > 0;
  const own = hasImports ? styleOf([file]) : target.style;
  return { quote: own.quote, semicolons: own.semicolons };
}

/** After the last import or top-level `require`; else before the first statement, below `'use strict'`. */
function insertLine(edits: Edits, file: BackendFile, line: string, isRequired: boolean): void {
  const { body } = file.ast;
  const last = body.filter((statement) => (isRequired ? isRequire(statement) : isImport(statement))).at(-1);
  if (last) {
    edits.insert(file, last.range[1], `\n${line}`);
    return;
  }
  const directive = body.filter((each) => each.type === 'ExpressionStatement' && each.directive != null).at(-1);
  if (directive) {
    edits.insert(file, directive.range[1], `\n\n${line}`);
    return;
  }
  const shebang = /^#![^\n]*\n/.exec(file.text)?.[0].length ?? 0;
  edits.insert(file, shebang, `${line}\n\n`);
}

const isImport = (statement: TSESTree.ProgramStatement): boolean => statement.type === 'ImportDeclaration';

const isRequire = (statement: TSESTree.ProgramStatement): boolean =>
  (statement.type === 'VariableDeclaration' &&
    statement.declarations.some(({ init }) => init !== null && /^require\(/.test(textIn(init)))) ||
  (statement.type === 'ExpressionStatement' && /^require\(/.test(textIn(statement.expression)));

/** The head of a node's source: enough to see what it begins with. */
function textIn(node: Node): string {
  let top: Node = node;
  while (top.type === 'CallExpression' || top.type === 'MemberExpression')
    if (top.type === 'CallExpression' && top.callee.type === 'Identifier') return `${top.callee.name}(`;
    else top = top.type === 'CallExpression' ? top.callee : top.object;
  return '';
}
