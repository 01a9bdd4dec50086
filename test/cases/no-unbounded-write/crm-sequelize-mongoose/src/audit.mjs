// @complete: no-unbounded-write
import knexFactory from 'knex';
import { MongoClient } from 'mongodb';

const knex = knexFactory({ client: 'pg', connection: process.env.DATABASE_URL });
const mongo = new MongoClient(process.env.MONGO_URL);

export async function forget() {
  // bad: no-unbounded-write
  await knex('audit_events').del();
  // bad: no-unbounded-write
  await knex('contacts').update({ archived: true });
  // bad: no-unbounded-write
  await knex('audit_events').truncate();
}

export async function forgetOld(before, scope) {
  // ok: no-unbounded-write
  await knex('audit_events').where('at', '<', before).del();
  // ok: no-unbounded-write
  await knex('audit_events').modify(scope).del();
  // ok: no-unbounded-write
  await knex('audit_events').whereNotExists(knex('contacts').select('id')).delete();
}

export async function forgetDocuments(tenant) {
  const events = mongo.db('crm').collection('events');
  // bad: no-unbounded-write
  await events.deleteMany({});
  // bad: no-unbounded-write
  await events.updateMany({}, { $unset: { ip: '' } });
  // ok: no-unbounded-write
  await events.deleteMany({ tenant });
}
