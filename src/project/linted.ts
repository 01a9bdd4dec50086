import { isAbsolute, resolve } from 'node:path';

import type { TSESLint } from '@typescript-eslint/utils';

import { checkerOf } from '../facts/checker.js';
import { indexSyntax } from '../facts/syntax-index.js';
import { findFile, registerFile, type BackendFile } from '../model/file.js';
import type { TSESTree } from '../syntax/ast.js';
import { linkParents } from '../syntax/walk.js';
import { SourceFile } from './file.js';
import { projectFor } from './open.js';
import { readSettings } from './settings.js';

type Context = Readonly<TSESLint.RuleContext<string, unknown[]>>;

/** The linted file as the facts see it; one for all rules. Null where the linter gives no scopes. */
export function findLintedFile(context: Context): BackendFile | null {
  const { sourceCode } = context;
  const ast = sourceCode.ast as TSESTree.Program;
  const known = findFile(ast);
  if (known) return known;
  const scopes = sourceCode.scopeManager;
  if (!scopes) return null;
  const project = projectFor(readSettings(context.settings));
  project.refresh();
  const path = isAbsolute(context.filename) ? context.filename : resolve(context.cwd, context.filename);
  const types = checkerOf(sourceCode.parserServices);
  // What was found out about the file for another's sake is not found out again. Only the linter's own tree has types.
  const opened = types ? null : project.findOpened(path, sourceCode.text);
  if (opened) {
    registerFile(opened, ast);
    return opened;
  }
  // ESLint links the parents while it walks, which may come later than this.
  const [first] = ast.body as readonly Partial<TSESTree.Node>[];
  if (first && !first.parent) linkParents(ast);
  const file = new SourceFile({
    path,
    text: sourceCode.text,
    ast,
    scopes: () => scopes,
    project,
    types,
    makeIndex: indexSyntax,
  });
  registerFile(file);
  return file;
}
