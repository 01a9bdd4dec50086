import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const manifest = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};

export const NAME = manifest.name;
export const VERSION = manifest.version;

/** Where the pages of this very version are served. The repository has no public home yet; every link is made here. */
export const DOCS_BASE = `https://cdn.jsdelivr.net/npm/${NAME}@${VERSION}/rules-docs`;

/** The address of a rule's page. */
export const docsUrl = (rule: string): string => `${DOCS_BASE}/${rule}.md`;
