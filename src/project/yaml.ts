import { createRequire } from 'node:module';

import type * as Yaml from 'yaml';

let yaml: typeof Yaml | null = null;

/** The yaml package, loaded when the first YAML file is read: most runs never need it. */
function getYaml(): typeof Yaml {
  yaml ??= createRequire(__filename)('yaml') as typeof Yaml;
  return yaml;
}

/** The values of a YAML text, one per document; documents with errors (Helm templates) are left out. */
export function readYaml(text: string): unknown[] {
  const documents = getYaml().parseAllDocuments(text, { logLevel: 'silent', merge: true });
  if (!Array.isArray(documents)) return [];
  const values: unknown[] = [];
  for (const document of documents) {
    if (document.errors.length > 0) continue;
    try {
      values.push(document.toJS({ maxAliasCount: 1_000 }));
    } catch {
      continue;
    }
  }
  return values;
}
