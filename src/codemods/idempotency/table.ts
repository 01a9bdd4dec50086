import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { allFiles } from '../../project/files.js';
import type { Change } from '../plan.js';
import { shown, type Target } from '../project/target.js';
import type { Store } from './stores.js';
import { MODEL, TABLE } from './templates/sql.js';

export interface TableChange {
  readonly change: Change;
  /** What is to be run. */
  readonly next: string;
}

/** The table of the keys, where the project keeps its tables; null where it is there. */
export function tableChange(target: Target, { kind }: Store, beside: string): TableChange | null {
  if (kind === 'prisma') return modelChange(target);
  const texts = allFiles(target.dir, (name) => /\.(?:sql|[cm]?[jt]s)$/.test(name)).filter((path) =>
    /migrat|schema|\.sql$/i.test(path),
  );
  if (texts.some((path) => /idempotency_keys/i.test(readFileSync(path, 'utf8')))) return null;
  const migration = texts.find((path) => /(?:^|\/)migrations?\/[^/]+\.sql$/i.test(path) && nextName(path) !== null);
  if (migration !== undefined) {
    const path = join(dirname(migration), nextName(migration)!);
    return { change: { path, before: null, after: TABLE }, next: `Run the migration ${shown(target, path)}.` };
  }
  const schema = texts.find((path) => /(?:^|\/)(?:schema|init|tables)\.sql$/i.test(path));
  if (schema !== undefined) {
    const before = readFileSync(schema, 'utf8');
    const change = { path: schema, before, after: `${before}${before.endsWith('\n') ? '' : '\n'}\n${TABLE}` };
    return {
      change,
      next: `Create the table in the databases that there are: it is at the end of ${shown(target, schema)}.`,
    };
  }
  const path = join(beside, 'idempotency-keys.sql');
  return {
    change: { path, before: null, after: TABLE },
    next: `Create the table: ${shown(target, path)} is its definition; make it a migration in this project's own form.`,
  };
}

/** The name of the next migration after those that stand beside this one: by number, or by time. */
function nextName(path: string): string | null {
  const names = readdirSync(dirname(path)).filter((name) => name.endsWith('.sql'));
  const last = names.sort().at(-1) ?? basename(path);
  const [, prefix = '', digits, separator] = /^(V?)(\d+)(__?|-|\.)/.exec(last) ?? [];
  if (digits === undefined || names.some((name) => /\.(?:up|down)\.sql$/.test(name))) return null;
  const isTime = digits.length >= 12;
  const now = new Date().toISOString().replaceAll(/\D/g, '');
  const number = isTime ? now.slice(0, digits.length) : String(Number(digits) + 1).padStart(digits.length, '0');
  return `${prefix}${number}${separator === '.' ? '_' : separator}idempotency_keys.sql`;
}

function modelChange(target: Target): TableChange | null {
  const path = allFiles(target.package.workspaceRoot, (name) => name.endsWith('.prisma')).find((each) =>
    /^\s*datasource\s/m.test(readFileSync(each, 'utf8')),
  );
  if (path === undefined) return null;
  const before = readFileSync(path, 'utf8');
  if (/idempotency_keys|model IdempotencyKey\b/.test(before)) return null;
  const change = { path, before, after: `${before}${before.endsWith('\n') ? '' : '\n'}\n${MODEL}` };
  return { change, next: 'Make the migration and run it: npx prisma migrate dev --name idempotency-keys' };
}
