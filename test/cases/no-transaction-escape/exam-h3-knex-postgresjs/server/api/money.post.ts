// @complete: no-transaction-escape
import { defineEventHandler, readBody } from 'h3';
import { mongo, pool, sql } from '../db';

export const tagged = defineEventHandler(async (event) => {
  const { id } = await readBody<{ id: string }>(event);
  await sql.begin(async (tx) => {
    await tx`update accounts set cents = 0 where id = ${id}`;
    // bad: no-transaction-escape
    // fix: no-transaction-escape
    await sql`insert into entries (account_id) values (${id})`;
    // ok: no-transaction-escape -- a helper of the tag that builds a list
    await tx`insert into tags ${sql([{ id }])}`;
  });
});

export const documents = defineEventHandler(async (event) => {
  const { id } = await readBody<{ id: string }>(event);
  const accounts = mongo.db().collection('accounts');
  const entries = mongo.db().collection('entries');
  await mongo.withSession((session) =>
    session.withTransaction(async () => {
      // ok: no-transaction-escape
      await accounts.updateOne({ id }, { $set: { cents: 0 } }, { session });
      // bad: no-transaction-escape
      await entries.insertOne({ account: id });
    }),
  );
});

export const pooled = defineEventHandler(async (event) => {
  const { id } = await readBody<{ id: string }>(event);
  const connection = await pool.getConnection();
  try {
    await connection.beginTransaction();
    // ok: no-transaction-escape
    await connection.execute('UPDATE accounts SET cents = 0 WHERE id = ?', [id]);
    // bad: no-transaction-escape -- another connection of the pool
    await pool.execute('INSERT INTO entries (account_id) VALUES (?)', [id]);
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
});
