import type { StoreCode } from './store.js';

export type SqlClient = 'pg' | 'knex' | 'prisma';

/** How each client runs a text with values, what its type is, and how it marks a value. */
const CLIENTS: Readonly<
  Record<SqlClient, { readonly run: (text: string, values: readonly string[]) => string; readonly method: string }>
> = {
  pg: {
    method: 'query',
    run: (text, values) => called('db.query', numbered(text), values),
  },
  knex: {
    method: 'raw',
    run: (text, values) => called('db.raw', text.replaceAll(/\$\w+/g, '?'), values),
  },
  prisma: {
    method: '$queryRaw',
    // A tag binds what stands in its holes.
    run: (text, values) => `db.$queryRaw\`${inHoles(text, values)}\``,
  },
};

/** On one line where it fits there. */
function called(callee: string, text: string, values: readonly string[]): string {
  const list = values.length === 0 ? '' : `[${values.join(', ')}]`;
  const quoted = /['\n]/.test(text) ? `\`${text}\`` : `'${text}'`;
  if (text.includes('\n') || (text.startsWith('SELECT') && list !== ''))
    return `${callee}(\n    ${quoted},\n    ${list},\n  )`;
  return `${callee}(${[quoted, list].filter((each) => each !== '').join(', ')})`;
}

const numbered = (text: string): string => {
  let count = 0;
  return text.replaceAll(/\$\w+/g, () => `$${++count}`);
};

const inHoles = (text: string, values: readonly string[]): string => {
  let count = 0;
  return text.replaceAll(/\$\w+/g, () => `\${${values[count++]!}}`);
};

/** The table; the columns that a query needs are all found by the primary key. */
export const TABLE = `CREATE TABLE idempotency_keys (
  id text PRIMARY KEY,
  fingerprint text NOT NULL,
  token text NOT NULL,
  answer text,
  expires_at timestamptz NOT NULL
);
CREATE INDEX idempotency_keys_expires_at ON idempotency_keys (expires_at);
`;

export const MODEL = `/// Which requests were made already, by their Idempotency-Key; see the idempotency store.
model IdempotencyKey {
  id          String   @id
  fingerprint String
  token       String
  answer      String?
  expiresAt   DateTime @map("expires_at") @db.Timestamptz(6)

  @@index([expiresAt])
  @@map("idempotency_keys")
}
`;

/**
 * A store in a table of Postgres.
 * @param db the client in the module, or null where each call is given one
 * @param type the client's type where there is none in the module
 */
export function sqlStore(client: SqlClient, db: string | null, type: string, importLine: string): StoreCode {
  const { run, method } = CLIENTS[client];
  const rowsOf = (call: string, row: string): string =>
    client === 'prisma'
      ? `const rows = await ${call.replace('$queryRaw', `$queryRaw«<${row}[]>»`)};`
      : client === 'knex'
        ? `const { rows } = «(»await ${call}«) as { rows: ${row}[] }»;`
        : `const { rows } = await ${call.replace('.query(', `.query«<${row}>»(`)};`;
  const claim = `
    INSERT INTO idempotency_keys AS known (id, fingerprint, token, expires_at)
    VALUES ($a, $b, $c, now() + $d * interval '1 millisecond')
    ON CONFLICT (id) DO UPDATE
      SET fingerprint = excluded.fingerprint, token = excluded.token, answer = NULL, expires_at = excluded.expires_at
      WHERE known.expires_at < now() AND (known.answer IS NOT NULL OR known.fingerprint = excluded.fingerprint)
    RETURNING id`;
  return {
    head: importLine,
    db: { type: db === null ? `Pick<${type}, '${method}'>` : `Pick<typeof ${db}, '${method}'>`, value: db },
    guarantee: ` *
 * A process that dies after the effect of the work and before its answer is kept leaves no sign of the effect, unless both
 * are written in one transaction: \`await work.keep(json(201, order), transaction)\` inside of it keeps the answer exactly
 * when the effect is committed.`,
    steps: `/** An answer in JSON, for a handler that keeps it in its own transaction. */
export const json = (status«: number», value«: unknown»)«: Answer» => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(JSON.stringify(value)).toString('base64'),
});

async function claim(db«: Db», id«: string», entry«: Entry»)«: Promise<'claimed' | Entry | null>» {
  // Of two at once the second waits for the first's commit, and then finds the row.
  ${rowsOf(run(claim, ['id', 'entry.fingerprint', 'entry.token', 'LEASE_MS']), '{ id: string }')
    .replace('{ rows }', '{ rows: claimed }')
    .replace('const rows', 'const claimed')}
  if (claimed.length > 0) return 'claimed';
  ${rowsOf(run('SELECT fingerprint, token, answer FROM idempotency_keys WHERE id = $a', ['id']), '{ fingerprint: string; token: string; answer: string | null }')}
  const [known] = rows;
  return known ? { ...known, answer: known.answer === null ? null : «(»JSON.parse(known.answer)« as Answer)» } : null;
}

async function write(db«: Db», id«: string», entry«: Entry», lifetime«: number»)«: Promise<void>» {
  const answer = entry.answer && JSON.stringify(entry.answer);
  // A renewal that comes late must not shorten the life of the answer.
  await ${run(
    `
    UPDATE idempotency_keys
    SET answer = coalesce($a::text, answer), expires_at = now() + $b * interval '1 millisecond'
    WHERE id = $c AND token = $d AND (answer IS NULL OR $e::text IS NOT NULL)`,
    ['answer', 'lifetime', 'id', 'entry.token', 'answer'],
  )};
}

async function release(db«: Db», id«: string», token«: string»)«: Promise<void>» {
  await ${run('DELETE FROM idempotency_keys WHERE id = $a AND token = $b AND answer IS NULL', ['id', 'token'])};
}

/** For a job that runs once a day. */
export async function deleteExpired(db«: Db»${db === null ? '' : ` = ${db}`})«: Promise<void>» {
  await ${run("DELETE FROM idempotency_keys WHERE expires_at < now() - interval '1 hour'", [])};
}
`,
  };
}
