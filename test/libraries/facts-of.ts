import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { boundOf } from '../../src/facts/bounds.js';
import { denote, findRow, rowOf } from '../../src/facts/entities.js';
import { filtersOf } from '../../src/facts/filters.js';
import { queriesOf } from '../../src/facts/queries.js';
import { findArgument } from '../../src/facts/values.js';
import type { BackendFile } from '../../src/model/file.js';
import type { MemberRow } from '../../src/model/library.js';
import type { Query } from '../../src/model/query.js';
import { findLintedFile } from '../../src/project/linted.js';
import type { Node, TSESTree } from '../../src/syntax/ast.js';

/**
 * What is found in an app beside a test, one line a fact, in the order of the code: `8 typeorm read-many users, limit, await`.
 * A query names its library, operation, entity, what bounds it and how it ends, then its filters. `door`: SQL text taken
 * as it is, with its placeholder and list style; `secret`, `transaction` and steps by hand stand where they are.
 */
export function factsOf(app: string, test: string): string[] {
  const path = fileURLToPath(new URL(app, test));
  let facts: string[] | null = null;
  const rule = {
    create: (context: unknown) => ({
      Program() {
        const file = findLintedFile(context as never);
        if (file) facts = allFacts(file);
      },
    }),
  };
  const messages = new Linter({ cwd: fileURLToPath(new URL('.', test)) }).verify(
    readFileSync(path, 'utf8'),
    {
      files: ['**/*.{js,ts}'],
      plugins: { test: { rules: { facts: rule as never } } },
      rules: { 'test/facts': 'error' },
      languageOptions: { parser: parser as Linter.Parser },
    },
    { filename: path },
  );
  if (!facts) throw new Error(`No facts of ${app}: ${messages[0]?.message ?? 'not a file of the project'}`);
  return facts;
}

function allFacts(file: BackendFile): string[] {
  const found: [Node, string][] = queriesOf(file).map((query) => [query.start, ofQuery(query)]);
  for (const calls of file.index.calls.values())
    for (const call of calls) {
      const row = rowOf(denote(call.callee));
      if (row) found.push(...allOfRow(file, call, row));
    }
  for (const made of file.index.news) {
    const entity = denote(made.callee);
    const row = entity?.kind === 'export' ? findRow(entity)?.row.construct : null;
    if (row) found.push(...allOfRow(file, made, row));
  }
  return found
    .sort(([a], [b]) => a.loc.start.line - b.loc.start.line || a.range[1] - b.range[1])
    .map(([node, fact]) => `${node.loc.start.line} ${fact}`);
}

function ofQuery(query: Query): string {
  const { known, complete } = filtersOf(query);
  const filters = known.map(({ column, how }) => `${column || '?'}:${how}`);
  if (!complete) filters.push('…');
  const ends = query.run ? [...new Set(query.ends.map((end) => end.how))].join('+') || 'no end' : 'not run';
  const facts = [`${query.library.name} ${query.op} ${query.entity ?? '-'}`, boundOf(query), ends];
  return [...facts, ...(filters.length > 0 ? [filters.join(' ')] : [])].join(', ');
}

function allOfRow(
  file: BackendFile,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  row: MemberRow,
): [Node, string][] {
  const found: [Node, string][] = [];
  const source = (node: Node): string => file.text.slice(...node.range).replaceAll(/\s+/g, ' ');
  const door = row.sql && findArgument(call, row.sql.text);
  if (row.sql && door && door.type !== 'TaggedTemplateExpression')
    found.push([call, `door ${row.sql.placeholder ?? 'none'} ${row.sql.lists ?? '-'} ${source(door)}`]);
  const secret = row.secrets && findArgument(call, row.secrets);
  if (secret) found.push([call, `secret ${source(secret)}`]);
  const isTransaction = Object.entries(row.callbacks ?? {}).some(
    ([position, callback]) => callback.transaction !== undefined && findArgument(call, [position]),
  );
  if (isTransaction) found.push([call, 'transaction']);
  if (row.step) found.push([call, row.step]);
  return found;
}
