import { createRequire } from 'node:module';
import type * as TypeScriptParser from '@typescript-eslint/parser';

export type Parser = typeof TypeScriptParser;

const load = createRequire(__filename);
/** What asks for `typescript` when the parser is loaded, each by the package that depends on it. */
const ASKING = [
  ['@typescript-eslint/parser'],
  ['@typescript-eslint/parser', '@typescript-eslint/typescript-estree'],
  ['@typescript-eslint/parser', '@typescript-eslint/typescript-estree', 'ts-api-utils'],
  ['@typescript-eslint/parser', '@typescript-eslint/typescript-estree', '@typescript-eslint/project-service'],
  ['@typescript-eslint/parser', '@typescript-eslint/typescript-estree', '@typescript-eslint/tsconfig-utils'],
] as const;

let parser: Parser | null = null;

/**
 * typescript-eslint's parser over the TypeScript that this package depends on. A project with TypeScript 7, which has no
 * compiler API, would otherwise break it: npm puts what takes any TypeScript (ts-api-utils) beside the project's, and
 * Yarn 1 all of it. While the parser is loaded, those find ours under the project's name.
 */
export function getTypescriptParser(): Parser {
  return (parser ??= loadParser());
}

function loadParser(): Parser {
  const ours = findFrom(__filename, ['typescript']);
  const others = new Set(ASKING.map((path) => findFrom(__filename, [...path, 'typescript'])));
  const hidden = new Map<string, NodeJS.Module | undefined>();
  try {
    for (const path of others) {
      if (path === null || ours === null || path === ours) continue;
      load(ours);
      hidden.set(path, load.cache[path]);
      load.cache[path] = load.cache[ours];
    }
    return load('@typescript-eslint/parser') as Parser;
  } finally {
    for (const [path, module] of hidden) {
      if (module) load.cache[path] = module;
      else Reflect.deleteProperty(load.cache, path);
    }
  }
}

/** The file of the last package, each found from the one before; null where one is not there. */
function findFrom(from: string, names: readonly string[]): string | null {
  try {
    return names.reduce((file, name) => createRequire(file).resolve(name), from);
  } catch {
    return null;
  }
}
