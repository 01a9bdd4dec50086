import type { Origin } from '../../model/flow.js';
import { fileOf } from '../../model/file.js';
import type { TSESTree } from '../../syntax/ast.js';

/** How packages for archives name the path of an entry, which whoever made the archive chose ("zip slip", CWE-22). */
const ENTRY_NAMES: Readonly<Record<string, readonly string[]>> = {
  // https://github.com/cthackers/adm-zip/wiki/ADM-ZIP
  entryName: ['adm-zip'],
  // https://github.com/ZJONSSON/node-unzipper#parse-zip-file-contents, https://github.com/bower/decompress-zip
  path: ['unzipper', 'unzip', 'node-unzip-2', 'decompress', 'tar'],
  // https://github.com/mafintosh/tar-stream#extracting, https://stuk.github.io/jszip/documentation/api_zipobject.html
  name: ['tar-stream', 'tar-fs', 'jszip', 'node-stream-zip', 'zip-lib'],
};
const ENTRY = /^(?:entry|entries|header|zipEntry|zipFile|e)$/;

/** The path of an archive's entry: `entry.entryName` in a file that uses adm-zip. */
export function archivePart(node: TSESTree.MemberExpression, name: string): Origin | null {
  const modules = Object.hasOwn(ENTRY_NAMES, name) ? ENTRY_NAMES[name] : undefined;
  if (!modules || node.object.type !== 'Identifier' || !ENTRY.test(node.object.name)) return null;
  if (!fileOf(node).index.specifiers.some((specifier) => modules.includes(specifier))) return null;
  return { source: { kind: 'request', part: 'files', node }, path: [], clean: 0, validatedBy: null, steps: [] };
}
