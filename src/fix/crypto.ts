import type { BackendFile } from '../model/file.js';
import type { TSESLint } from '@typescript-eslint/utils';
import { importOf, type Insertion } from './imports.js';

/** A function of node:crypto as a file can call it, and what has to be added to its imports for that. */
export interface CryptoName {
  readonly code: string;
  readonly insertion: Insertion | null;
}

/** How a file calls a function of node:crypto: by the import that it has, else by a new one. Null where none can be added. */
export function cryptoName(file: BackendFile, name: string): CryptoName | null {
  let whole: CryptoName | null = null;
  for (const statement of file.ast.body) {
    if (
      statement.type === 'ImportDeclaration' &&
      /^(?:node:)?crypto$/.test(statement.source.value) &&
      statement.importKind !== 'type'
    ) {
      for (const specifier of statement.specifiers) {
        if (specifier.type !== 'ImportSpecifier')
          whole ??= { code: `${specifier.local.name}.${name}`, insertion: null };
        else if (specifier.imported.type === 'Identifier' && specifier.imported.name === name)
          return { code: specifier.local.name, insertion: null };
      }
    }
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'require')
        continue;
      const [source] = init.arguments;
      if (source?.type !== 'Literal' || !/^(?:node:)?crypto$/.test(String(source.value))) continue;
      if (id.type === 'Identifier') whole ??= { code: `${id.name}.${name}`, insertion: null };
      if (id.type !== 'ObjectPattern') continue;
      const same = id.properties.find(
        (each) => each.type === 'Property' && each.key.type === 'Identifier' && each.key.name === name,
      );
      if (same?.type === 'Property' && same.value.type === 'Identifier')
        return { code: same.value.name, insertion: null };
      const last = id.properties.at(-1);
      if (last && last.type === 'Property')
        whole ??= { code: name, insertion: { at: last.range[1], text: `, ${name}` } };
    }
  }
  if (whole) return whole;
  const specifier = file.index.specifiers.find((each) => each === 'crypto') ?? 'node:crypto';
  return { code: name, insertion: importOf(file, name, specifier, false) ?? firstImport(file, name, specifier) };
}

/** The first import of a file that has none. */
function firstImport({ ast }: BackendFile, name: string, specifier: string): Insertion {
  const first = ast.body.find(
    (statement) => !(statement.type === 'ExpressionStatement' && statement.directive !== undefined),
  );
  const isModule = ast.body.some(({ type }) => /^(?:Import|Export)/.test(type));
  const text = isModule ? `import { ${name} } from '${specifier}';` : `const { ${name} } = require('${specifier}');`;
  return { at: first?.range[0] ?? 0, text: `${text}\n` };
}

/** Several of them at once, insertions at the same place joined. */
export function cryptoNames<const T extends readonly string[]>(
  file: BackendFile,
  names: T,
): {
  readonly codes: Readonly<Record<T[number], string>>;
  readonly edits: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];
} | null {
  const codes: Record<string, string> = {};
  const added: Insertion[] = [];
  for (const name of names) {
    const found = cryptoName(file, name);
    if (!found) return null;
    codes[name] = found.code;
    if (!found.insertion) continue;
    const same = added.findIndex(({ at }) => at === found.insertion!.at);
    if (same < 0) added.push(found.insertion);
    // `import { a } from 'node:crypto'` twice at one place becomes `{ a, b }`.
    else added[same] = { at: found.insertion.at, text: joined(added[same]!.text, found.insertion.text, name) };
  }
  return {
    codes: codes as Record<T[number], string>,
    edits: (fixer) => added.map(({ at, text }) => fixer.insertTextAfterRange([at, at], text)),
  };
}

const joined = (first: string, second: string, name: string): string =>
  first.includes('}') ? first.replace(/ \}/, `, ${name} }`) : first + second;
