import type { Sink } from '../../model/flow.js';
import type { BackendFile } from '../../model/file.js';

/** Dangers that are syntax, not calls of a library: `import(x)`. */
export function syntaxSinks(file: BackendFile): Sink[] {
  return file.index.dynamicImports.map((node) => ({
    kind: 'code',
    row: null,
    site: node,
    value: node.source,
    path: [],
    name: 'import',
    file,
  }));
}
