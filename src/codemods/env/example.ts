import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Change } from '../plan.js';
import type { Target } from '../project/target.js';
import type { Variable } from './variables.js';

const NAMES = ['.env.example', '.env.sample', '.env.template', '.env.dist', 'example.env', '.example.env'];

/** The example of an environment with these variables in it: what is there stays, and no value of a secret gets in. */
export function exampleChange({ dir }: Target, variables: readonly Variable[]): Change | null {
  const path = join(dir, NAMES.find((name) => existsSync(join(dir, name))) ?? NAMES[0]!);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  const known = new Set(
    (before ?? '').match(/^[ \t#]*(?:export\s+)?\w+(?=\s*=)/gm)?.map((each) => /\w+$/.exec(each)![0]),
  );
  const added = variables.filter(({ name }) => !known.has(name));
  if (added.length === 0) return null;
  const lineEnd = before?.includes('\r\n') ? '\r\n' : '\n';
  const gap = before === null || before === '' ? '' : before.endsWith('\n') ? '' : lineEnd;
  return { path, before, after: `${before ?? ''}${gap}${added.map((each) => lineFor(each) + lineEnd).join('')}` };
}

function lineFor({ name, as }: Variable): string {
  switch (as.type) {
    case 'number':
      return `${name}=${as.fallback ?? ''}`;
    case 'boolean': {
      const other = /^(?:1|0)$/.test(as.word)
        ? as.word === '1'
          ? '0'
          : '1'
        : as.word === 'true'
          ? 'false'
          : as.word === 'false'
            ? 'true'
            : '';
      return `${name}=${as.isEqual ? other : as.word === 'false' ? 'true' : ''}`;
    }
    case 'text':
      return `${name}=${as.fallback === null ? '' : /[\s#'"]/.test(as.fallback) ? JSON.stringify(as.fallback) : as.fallback}`;
  }
}

/** Whether git would take a `.env` of this package. */
export function isEnvTracked({ dir, package: { workspaceRoot } }: Target): boolean {
  const texts = [dir, workspaceRoot].map((each) => join(each, '.gitignore')).filter((each) => existsSync(each));
  return !texts.some((each) => /^[*/]*\.env(?:\*|\.\*)?\s*$/m.test(readFileSync(each, 'utf8')));
}
