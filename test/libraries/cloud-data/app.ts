import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { createClient } from '@supabase/supabase-js';
import { Model, raw } from 'objection';

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_KEY!);

export async function withSupabase(ids: string[]) {
  await supabase.from('posts').select('id').eq('status', 'open');
  await supabase.from('posts').select('id').in('id', ids).range(0, 9);
  await supabase.from('posts').select('*').match({ author_id: 1 });
  await supabase.from('posts').select('*', { count: 'exact', head: true });
  await supabase.from('posts').insert({ title: 'a' }).select().single();
  await supabase.from('posts').upsert({ id: 1 });
  supabase.from('posts').delete().eq('id', 1);
  await supabase.storage.from('avatars').list();
}

interface Env {
  DB: D1Database;
}

export async function withD1(env: Env, id: string) {
  await env.DB.prepare('select * from notes where kind = ?').bind(id).all();
  await env.DB.prepare('select * from notes where id = ?').bind(id).first();
  await env.DB.batch([env.DB.prepare('delete from notes where id = ?').bind(id), env.DB.prepare('delete from tags')]);
  await env.DB.exec(`delete from notes where id = '${id}'`);
}

const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function withDynamo() {
  await dynamo.send(new ScanCommand({ TableName: 'devices' }));
  await dynamo.send(new ScanCommand({ TableName: 'devices', Limit: 5 }));
  await dynamo.send(new PutCommand({ TableName: 'devices', Item: {} }));
  for await (const page of paginateScan({ client: dynamo }, { TableName: 'devices' })) console.log(page);
}

class Visit extends Model {
  id!: number;
}

export async function withObjection(id: number) {
  await Visit.query().where('kind', 'a');
  await Visit.query().findById(id);
  await Visit.query().findByIds([id]).limit(5);
  await Visit.query().insert({ id }).onConflict('id').merge();
  await Visit.query()
    .select(raw(`price / ${id}`))
    .page(0, 10);
  await Visit.transaction(async (trx) => Visit.query(trx).deleteById(id));
}
