// @complete: no-unpaginated-query
import { createClient } from '@supabase/supabase-js';

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_KEY!);

export async function countries(country: string) {
  // bad: no-unpaginated-query
  const { data, error } = await supabase.from('members').select('id, name').eq('country', country).order('name');
  if (error) throw error;
  return data;
}

export async function steps(kind?: string) {
  let query = supabase.from('posts').select('id, title').order('created_at', { ascending: false });
  if (kind) query = query.eq('kind', kind);
  // ok: no-unpaginated-query -- the range comes last
  const { data } = await query.range(0, 19);
  return data;
}

export async function latest() {
  // ok: no-unpaginated-query
  const { data } = await supabase.from('posts').select('id, title').order('created_at').limit(20);
  return data;
}

export async function ofAuthor(authorId: string) {
  // ok: no-unpaginated-query -- a parent's id
  const { data } = await supabase.from('posts').select('id, title').eq('author_id', authorId);
  return data;
}

export async function one(id: string) {
  // ok: no-unpaginated-query
  const { data } = await supabase.from('posts').select('*').eq('id', id).single();
  return data;
}

export async function bySlug(slug: string) {
  // ok: no-unpaginated-query
  const { data } = await supabase.from('posts').select('*').eq('slug', slug).maybeSingle();
  return data;
}

export async function count() {
  // ok: no-unpaginated-query -- head: no rows
  const { count } = await supabase.from('posts').select('*', { count: 'exact', head: true });
  return count;
}

export async function add(title: string) {
  // ok: no-unpaginated-query -- what was written
  const { data } = await supabase.from('posts').insert({ title }).select();
  return data;
}

export async function close(id: string) {
  // ok: no-unpaginated-query
  return supabase.from('posts').update({ status: 'closed' }).eq('id', id).select('id');
}

export async function avatars(files: File[]) {
  // ok: no-unpaginated-query -- storage, no table
  return Promise.all(files.map((file) => supabase.storage.from('avatars').upload(file.name, file)));
}
