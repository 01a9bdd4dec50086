// @complete: no-sql-concat
import { createClient } from '@libsql/client';

const turso = createClient({ url: process.env.TURSO_URL!, authToken: process.env.TURSO_TOKEN });

export async function byTitle(title: string) {
  // bad: no-sql-concat
  // fix: no-sql-concat
  return turso.execute(`SELECT id FROM notes WHERE title = '${title}' LIMIT 20`);
}

export async function byTitleBound(title: string) {
  // ok: no-sql-concat
  return turso.execute({ sql: 'SELECT id FROM notes WHERE title = ? LIMIT 20', args: [title] });
}

export async function retag(from: string, to: string) {
  await turso.batch(
    [
      { sql: 'UPDATE notes SET tag = ? WHERE tag = ?', args: [to, from] },
      // bad: no-sql-concat -- one statement of the batch
      `DELETE FROM tags WHERE name = '${from}'`,
    ],
    'write',
  );
}

export async function touch(table: string, id: string) {
  const tx = await turso.transaction('write');
  // bad: no-sql-concat
  await tx.execute({ sql: `UPDATE ${table} SET touched = 1 WHERE id = ?`, args: [id] });
  await tx.commit();
}
