import { createRequire } from 'node:module';

import type * as Scopes from '@typescript-eslint/scope-manager';

import type { TSESTree } from '../syntax/ast.js';
import { linkParents } from '../syntax/walk.js';
import { getTypescriptParser } from './typescript-parser.js';

/** A tree with its scopes, made outside the linter's own parse. */
export interface Parsed {
  readonly ast: TSESTree.Program;
  /** Analyses the scopes; about as dear as the parse, and many files are only passed through. */
  readonly scopes: () => Scopes.ScopeManager;
}

type Parse = (path: string, text: string) => TSESTree.Program | null;

/** The part of oxc-parser used here; its own types are an ES module's. */
interface Oxc {
  readonly parseSync: (
    path: string,
    text: string,
    options: Readonly<Record<string, unknown>>,
  ) => { readonly program: TSESTree.Program; readonly errors: readonly unknown[] };
}

const load = createRequire(__filename);
let parser: Parse | null = null;

/** Its 180 modules are loaded only where another file is looked at: a quarter of the plugin's start-up. */
let scopes: typeof Scopes | null = null;
const loadScopes = (): typeof Scopes => (scopes ??= load('@typescript-eslint/scope-manager') as typeof Scopes);

/** oxc gives the same tree eight times as fast as TypeScript; it is optional because it has no build for Node 18. */
function chooseParser(): Parse {
  try {
    const { parseSync } = load('oxc-parser') as Oxc;
    return (path, text) => {
      const { program, errors } = parseSync(path, text, {
        lang: languageOf(path),
        astType: 'ts',
        range: true,
        preserveParens: false,
        sourceType: /\.cjs$/.test(path) ? 'script' : 'module',
      });
      return errors.length > 0 && program.body.length === 0 ? null : program;
    };
  } catch {
    const { parse } = getTypescriptParser();
    return (path, text) => {
      try {
        return parse(text, { filePath: path, range: true, ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(path) } });
      } catch {
        return null;
      }
    };
  }
}

function languageOf(path: string): 'js' | 'jsx' | 'ts' | 'tsx' {
  if (path.endsWith('.tsx')) return 'tsx';
  return /\.[cm]?ts$/.test(path) ? 'ts' : 'jsx';
}

/** Parses a file of the project; null when it has no tree to speak of. Never throws. */
export function parseFile(path: string, text: string): Parsed | null {
  parser ??= chooseParser();
  try {
    const ast = parser(path, text);
    if (!ast) return null;
    linkParents(ast);
    return { ast, scopes: () => loadScopes().analyze(ast, { sourceType: 'module', lib: [] }) };
  } catch {
    return null;
  }
}
