import { denote } from '../../facts/entities.js';
import { isInRequestPath } from '../../facts/request-path.js';
import { createRule } from '../../rule/create-rule.js';
import type { TSESTree } from '../../syntax/ast.js';

const MODULES =
  /^(?:node:)?(?:fs|crypto|zlib|child_process)$|^(?:fs-extra|graceful-fs|bcrypt|bcryptjs|@node-rs\/bcrypt|@node-rs\/argon2|@node-rs\/xxhash|jsonfile|execa|glob|fast-glob|cross-spawn|write-file-atomic|pem|snappy|lz4)$/;
const NAME = /Sync$|^(?:sync)$/;
const FILES = /^(?:node:)?fs$|^(?:fs-extra|graceful-fs|jsonfile|write-file-atomic)$/;
/** What asks or changes an entry of a folder takes microseconds: it matters where every request does it. */
const ENTRY =
  /^(?:exists|access|stat|lstat|fstat|mkdir|mkdirp|ensureDir|ensureFile|unlink|rm|rmdir|remove|rename|chmod|chown|utimes|symlink|readlink|realpath|open|close|pathExists)Sync$/;

export const rule = createRule({
  name: 'no-sync-io-in-handler',
  area: 'http',
  level: 'warn',
  description: 'disallow synchronous file, crypto and process calls while a request is answered',
  cwe: [1322],
  mentions: /Sync\b|\bsync\(/,
  messages: {
    sync: '{{call}}() holds the only thread of the process while a request waits for it: every other request waits as well, and so do health checks. Use {{instead}}.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const [name, calls] of file.index.calls) {
          if (!NAME.test(name)) continue;
          for (const call of calls) {
            const callee = denote(call.callee);
            const module = callee?.kind === 'export' ? callee.module : null;
            if (module === null || !MODULES.test(module) || !isFelt(call, module, name)) continue;
            report({ node: call, message: 'sync', data: { call: name, instead: insteadOf(module, name) } });
          }
        }
      },
    };
  },
});

/**
 * Whether requests feel the call: hashing, compressing and programs wherever a request leads to them, the content of files
 * in a handler or a function that it calls, an entry of a folder in the handler alone.
 */
function isFelt(call: TSESTree.CallExpression, module: string, name: string): boolean {
  if (!FILES.test(module)) return isInRequestPath(call);
  return isInRequestPath(call, ENTRY.test(name) ? 0 : 1);
}

/** The form that waits: of the file system's promises, of a package, or a callback's. */
function insteadOf(module: string, name: string): string {
  const asynchronous = name.replace(/Sync$/, '');
  if (/^(?:node:)?fs$/.test(module))
    return asynchronous === 'exists'
      ? 'await access() of node:fs/promises'
      : `await ${asynchronous}() of node:fs/promises`;
  if (/^(?:node:)?(?:crypto|zlib|child_process)$/.test(module)) return `${asynchronous}(), promisified`;
  return `await ${asynchronous}()`;
}
