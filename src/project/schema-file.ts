import { isAbsolute, resolve } from 'node:path';

import type { TSESLint } from '@typescript-eslint/utils';

import type { SchemaFile } from '../model/schema-file.js';
import { classifyFile } from './file-kind.js';
import { projectFor } from './open.js';
import { readSettings } from './settings.js';

const files = new WeakMap<object, SchemaFile<unknown>>();

/** A linted file that is no code, as the facts see it; one for all rules. */
export function findSchemaFile(context: Readonly<TSESLint.RuleContext<string, unknown[]>>): SchemaFile<unknown> {
  const { sourceCode } = context;
  const tree = sourceCode.ast as object;
  const known = files.get(tree);
  if (known) return known;
  const project = projectFor(readSettings(context.settings));
  project.refresh();
  const path = isAbsolute(context.filename) ? context.filename : resolve(context.cwd, context.filename);
  const file = { path, text: sourceCode.text, kind: classifyFile(path), project, tree };
  files.set(tree, file);
  return file;
}
