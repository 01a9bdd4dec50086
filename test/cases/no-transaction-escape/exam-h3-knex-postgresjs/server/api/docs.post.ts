// @complete: no-transaction-escape
import { defineEventHandler, readBody } from 'h3';
import { audit, touch } from '../audit';
import { knex } from '../db';

export default defineEventHandler(async (event) => {
  const body = await readBody<{ title: string }>(event);
  return knex.transaction(async (trx) => {
    const [doc] = await trx('docs').insert({ title: body.title }).returning('id');
    // bad: no-transaction-escape
    // fix: no-transaction-escape
    await knex('versions').insert({ doc_id: doc.id });
    // bad-cross: no-transaction-escape
    await audit('made');
    // ok-cross: no-transaction-escape
    await audit('made', trx);
    // bad-cross: no-transaction-escape -- its options take the transaction
    await touch(doc.id);
    // ok-cross: no-transaction-escape
    await touch(doc.id, { trx });
    // ok: no-transaction-escape -- joined with transacting()
    await knex('tags').insert({ doc_id: doc.id }).transacting(trx);
    return doc;
  });
});
