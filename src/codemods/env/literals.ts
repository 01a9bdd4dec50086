import type { TSESLint } from '@typescript-eslint/utils';

import { fallbacksOf } from '../../facts/environment-secrets/fallbacks.js';
import { isTestData, secretsOf } from '../../facts/secrets.js';
import { textOf } from '../../facts/values.js';
import { findEnvironmentFix } from '../../fix/environment.js';
import { fileOf, type BackendFile } from '../../model/file.js';
import type { Secret } from '../../model/secret.js';
import type { Node } from '../../syntax/ast.js';
import { outward, unwrap } from '../../syntax/nodes.js';

/** A secret written out in the source, and the variable that takes its place. */
export interface LiteralSecret {
  readonly file: BackendFile;
  /** Where it stands. */
  readonly node: Node;
  readonly name: string;
  /** The text that is secret. */
  readonly text: string;
  /** What is replaced, and by what; `env` stands for the module's name. */
  readonly range: readonly [number, number];
  readonly replacement: (env: string) => string;
}

/** A secret that stands in for a missing variable: the variable is to be demanded instead. */
export interface SecretFallback {
  readonly file: BackendFile;
  /** The variable. */
  readonly name: string;
  readonly node: Node;
  readonly text: string;
}

export interface LiteralSecrets {
  readonly literals: readonly LiteralSecret[];
  readonly fallbacks: readonly SecretFallback[];
  /** Found, and not to be replaced by this codemod. */
  readonly stuck: readonly Secret[];
}

/** The literal secrets of a file. */
export function literalsOf(file: BackendFile): LiteralSecrets {
  const literals: LiteralSecret[] = [];
  const fallbacks: SecretFallback[] = [];
  const stuck: Secret[] = [];
  if (isTestData(file.kind)) return { literals, fallbacks, stuck };
  for (const secret of secretsOf(file)) {
    const text = secret.text.slice(secret.start, secret.end);
    // Found with the variable that it stands in for, below.
    if (secret.isFallback && secret.origin === null) continue;
    const literal = literalOf(secret, text);
    if (literal) literals.push(literal);
    else stuck.push(secret);
  }
  for (const { node, name } of fallbacksOf(file)) fallbacks.push({ file, node, name, text: textOf(node) ?? '' });
  return { literals, fallbacks, stuck };
}

const READ = /process\.env(?:\.(\w+)|\['(\w+)'\])!?/;

/** The edit that the rule suggests, with the module in place of `process.env`. */
function literalOf(secret: Secret, text: string): LiteralSecret | null {
  const found = findEnvironmentFix(secret);
  const [, dotted, bracketed] = (found && READ.exec(found.code)) ?? [];
  const name = dotted ?? bracketed;
  if (!found || name === undefined) return null;
  // The literal stands in another file: it is replaced there, and its name stays.
  if (secret.origin) {
    const node = unwrap(secret.origin);
    const file = fileOf(node);
    if (isTestData(file.kind) || node.type !== 'Literal' || !isValue(node)) return null;
    return { file, node, name, text, range: node.range, replacement: (env) => `${env}.${name}` };
  }
  const edits = found.fix ? capture(found.fix) : [];
  const [edit] = edits;
  if (!edit || edits.length > 1) return null;
  return {
    file: fileOf(secret.node),
    node: secret.node,
    name,
    text,
    range: edit.range,
    replacement: (env) => edit.text.replace(READ, () => `${env}.${name}`),
  };
}

const isValue = (node: Node): boolean => {
  const parent = outward(node);
  return parent?.type === 'VariableDeclarator' || (parent?.type === 'Property' && unwrap(parent.value) === node);
};

interface Captured {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** What a rule's fix would do. */
function capture(fix: (fixer: TSESLint.RuleFixer) => unknown): Captured[] {
  const edits: Captured[] = [];
  const note = (range: readonly [number, number], text: string): null => {
    edits.push({ range, text });
    return null;
  };
  const fixer = {
    replaceTextRange: note,
    insertTextAfter: (node: Node, text: string) => note([node.range[1], node.range[1]], text),
  };
  fix(fixer as unknown as TSESLint.RuleFixer);
  return edits;
}
