import type { TSESLint } from '@typescript-eslint/utils';

import type { CacheAccess } from '../model/cache.js';
import type { BackendFile } from '../model/file.js';
import { literalText, unwrap } from '../syntax/nodes.js';

/** How an expiry (of an hour, where nothing else is asked for) is written into a cache write in its client's own form; null where it has none. */
export function findExpiryFix(
  { node, row, library }: CacheAccess,
  file: BackendFile,
  hours = 1,
): { code: string; fix: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix } | null {
  const code =
    row.write &&
    formOf(row.write, library.name, file).replace(/3(_?)600/, (_, separator: string) =>
      String(3600 * hours).replace(/(?=\d{3}$)/, separator),
    );
  if (!code || node.arguments.some((argument) => argument.type === 'SpreadElement')) return null;
  const [, value, given] = node.arguments;
  if (!value) return null;
  if (!given) return { code, fix: (fixer) => fixer.insertTextAfter(value, `, ${code}`) };
  const options = unwrap(given);
  // `set(key, value, 'NX')`
  if (literalText(options) !== null && code.startsWith("'"))
    return { code, fix: (fixer) => fixer.insertTextAfter(value, `, ${code}`) };
  const isEmpty = options.type === 'Literal' || (options.type === 'Identifier' && options.name === 'undefined');
  if (isEmpty) return { code, fix: (fixer) => fixer.replaceText(given, code) };
  if (options.type !== 'ObjectExpression' || !code.startsWith('{')) return null;
  const inner = code.slice(2, -2);
  const last = options.properties.at(-1);
  return last
    ? { code, fix: (fixer) => fixer.insertTextAfter(last, `, ${inner}`) }
    : { code, fix: (fixer) => fixer.replaceText(options, code) };
}

/** The form of the version that the package depends on. */
function formOf(write: string, library: string, file: BackendFile): string {
  const major = (name: string): number => file.project.findPackage(file.path)?.version(name)?.major ?? 99;
  // https://github.com/redis/node-redis/blob/master/docs/v3-to-v4.md
  if (library === 'redis' && major('redis') < 4) return "'EX', 3600";
  // Version 4 takes an object and reckons in seconds.
  if (/cache/.test(library) && library !== 'node-cache' && major('cache-manager') < 5) return '{ ttl: 3600 }';
  return write;
}
