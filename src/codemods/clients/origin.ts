import { fileOf, sourceText, type BackendFile } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { literalText } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { findVariable } from '../../facts/bindings.js';
import type { Edits } from '../edits.js';
import { specifierOf, type Target } from '../project/target.js';

/** The import that a name of a file comes from. */
interface Origin {
  readonly statement: TSESTree.ImportDeclaration | TSESTree.VariableDeclaration;
  readonly part: Node;
  readonly count: number;
  readonly specifier: string;
  readonly clause: string;
}

function originOf(file: BackendFile, name: string): Origin | null {
  for (const statement of file.ast.body) {
    if (statement.type === 'ImportDeclaration')
      for (const part of statement.specifiers)
        if (part.local.name === name) {
          const clause =
            part.type === 'ImportDefaultSpecifier'
              ? name
              : part.type === 'ImportNamespaceSpecifier'
                ? `* as ${name}`
                : `{ ${sourceText(part)} }`;
          return { statement, part, count: statement.specifiers.length, specifier: statement.source.value, clause };
        }
    if (statement.type !== 'VariableDeclaration' || statement.declarations.length !== 1) continue;
    const { id, init } = statement.declarations[0];
    const specifier =
      init?.type === 'CallExpression' && /^require\(/.test(sourceText(init)) ? literalText(init.arguments[0]!) : null;
    if (specifier === null) continue;
    if (id.type === 'Identifier' && id.name === name) return { statement, part: id, count: 1, specifier, clause: name };
    if (id.type !== 'ObjectPattern') continue;
    const part = id.properties.find(
      (each) => each.type === 'Property' && each.value.type === 'Identifier' && each.value.name === name,
    );
    if (part) return { statement, part, count: id.properties.length, specifier, clause: `{ ${sourceText(part)} }` };
  }
  return null;
}

/**
 * The imports that an expression needs in another module, as lines of an ES module's template; null where it uses
 * something that can't be imported.
 */
export function importsFor(node: Node, target: Target, path: string): string[] | null {
  const file = fileOf(node);
  const lines = new Set<string>();
  for (const id of allOf(node, ['Identifier'])) {
    if (id.parent.type === 'MemberExpression' && id.parent.property === id && !id.parent.computed) continue;
    if (id.parent.type === 'Property' && id.parent.key === id && !id.parent.shorthand) continue;
    const variable = findVariable(id);
    if (!variable || variable.defs.length === 0) continue;
    const origin = originOf(file, id.name);
    if (!origin) return null;
    const resolution = file.project.resolve(origin.specifier, file.path);
    const isOwn = origin.specifier.startsWith('.') && resolution !== null && 'file' in resolution;
    if (origin.specifier.startsWith('.') && !isOwn) return null;
    const from = isOwn ? specifierOf(target, path, resolution.file) : origin.specifier;
    lines.add(`import ${origin.clause.replaceAll(': ', ' as ')} from '${from}';`);
  }
  return [...lines];
}

/** Takes out an import that nothing but these nodes used. */
export function dropUnused(edits: Edits, file: BackendFile, nodes: readonly Node[]): void {
  const names = new Set(nodes.flatMap((node) => allOf(node, ['Identifier']).map(({ name }) => name)));
  for (const name of names) {
    const origin = originOf(file, name);
    const variable =
      origin &&
      file.scopes.scopes.find((scope) => scope.set.has(name) && /module|global/.test(scope.type))?.set.get(name);
    if (!origin || !variable) continue;
    const isUsed = variable.references.some(({ identifier, init }) => {
      const [start] = (identifier as Node).range;
      return init !== true && !nodes.some((node) => node.range[0] <= start && start < node.range[1]);
    });
    if (isUsed) continue;
    if (origin.count === 1) edits.replace(file, wholeLines(file, origin.statement.range), '');
    else edits.replace(file, withComma(file, origin.part.range), '');
  }
}

/** A statement with its indentation and the end of its line. */
export function wholeLines({ text }: BackendFile, [start, end]: readonly [number, number]): readonly [number, number] {
  const before = /[ \t]*$/.exec(text.slice(0, start))![0].length;
  const after = /^[ \t]*;?[ \t]*(?:\r?\n)?/.exec(text.slice(end))![0].length;
  return [start - before, end + after];
}

function withComma({ text }: BackendFile, [start, end]: readonly [number, number]): readonly [number, number] {
  const after = /^\s*,\s*/.exec(text.slice(end));
  if (after && !/^\s*,\s*\}/.test(text.slice(end))) return [start, end + after[0].length];
  const before = /,\s*$/.exec(text.slice(0, start));
  return [start - (before?.[0].length ?? 0), end];
}
