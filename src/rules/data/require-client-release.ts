import type { TSESLint } from '@typescript-eslint/utils';

import { leaksOf, type Leak } from '../../facts/clients/checkouts.js';
import type { BackendFile } from '../../model/file.js';
import { createRule } from '../../rule/create-rule.js';
import type { Node } from '../../syntax/ast.js';
import { closest } from '../../syntax/nodes.js';

export const rule = createRule({
  name: 'require-client-release',
  area: 'data',
  level: 'error',
  description: 'require every client checked out of a pool to be given back on every path',
  cwe: [404, 772],
  suggests: true,
  messages: {
    never:
      '`{{name}}` is checked out and never given back: after as many runs as the pool has clients, every request waits for ever. Call `{{name}}.{{release}}()` in a `finally`.',
    throw:
      '`{{name}}` is not given back when this function throws: each error costs the pool one client, until every request waits for ever. Call `{{name}}.{{release}}()` in a `finally`.',
    return:
      '`{{name}}` is not given back on every way out of this function: each such run costs the pool one client, until every request waits for ever. Call `{{name}}.{{release}}()` in a `finally`.',
    wrap: 'Put what follows into try … finally with `{{name}}.{{release}}()`',
  },
  mentions: /connect|getConnection|createQueryRunner|startSession|reserve|acquire/,
  create({ file, report }) {
    if (file.kind === 'test' || file.kind === 'mock' || file.kind === 'fixture' || file.kind === 'generated') return {};
    return {
      File() {
        for (const leak of leaksOf(file)) {
          const data = { name: leak.name, release: leak.release };
          const fix = wrapping(leak, file);
          report({ node: leak.call, message: leak.how, data, suggest: [fix && { message: 'wrap', data, fix }] });
        }
      },
    };
  },
});

/**
 * What follows the checkout goes into `try`, and its own releases go away. Only where the checkout is a declaration of
 * its own, releases are plain statements after it, and no `try` stands there yet.
 */
function wrapping(
  { call, name, release }: Leak,
  file: BackendFile,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | null {
  const declaration = closest(call, 'VariableDeclaration');
  const block = declaration?.parent;
  if (declaration?.declarations.length !== 1 || block?.type !== 'BlockStatement') return null;
  const rest = block.body.slice(block.body.indexOf(declaration) + 1);
  const [first] = rest;
  const last = rest.at(-1);
  if (!first || !last) return null;
  const { text } = file;
  const giving = `${name}.${release}()`;
  const isGiving = (each: Node): boolean =>
    each.type === 'ExpressionStatement' &&
    new RegExp(`^(?:await\\s+)?${name}\\.${release}\\(\\);?$`).test(text.slice(...each.range));
  const own = rest.filter(isGiving);
  const kept = rest.filter((each) => !isGiving(each));
  // A release deeper in stays a second one: the person would have to move it.
  if (kept.length === 0 || kept.some((each) => text.slice(...each.range).includes(`${name}.${release}`))) return null;
  const isAwaited = release !== 'release' || /createQueryRunner/.test(text.slice(...call.range));
  const indent = /[^\S\n]*$/.exec(text.slice(0, first.range[0]))![0];
  return (fixer) => [
    fixer.insertTextBefore(first, `try {\n${indent}`),
    ...own.map((each) => fixer.remove(each)),
    fixer.insertTextAfter(
      last,
      `\n${indent}} finally {\n${indent}  ${isAwaited ? 'await ' : ''}${giving};\n${indent}}`,
    ),
  ];
}
