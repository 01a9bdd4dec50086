// @complete: no-unpaginated-query
import { type NextRequest, NextResponse } from 'next/server';
import { createClient } from '@/lib/supabase';

export async function GET(request: NextRequest) {
  const supabase = await createClient();
  const status = request.nextUrl.searchParams.get('status');
  if (status) {
    // bad-cross: no-unpaginated-query
    // fix: no-unpaginated-query
    const { data } = await supabase.from('posts').select('id, title').eq('status', status);
    return NextResponse.json(data);
  }
  // bad-cross: no-unpaginated-query
  // fix: no-unpaginated-query
  const { data } = await supabase.from('posts').select('*');
  return NextResponse.json(data);
}

export async function POST(request: NextRequest) {
  const supabase = await createClient();
  const { ids } = await request.json();
  // ok-cross: no-unpaginated-query -- ids
  const { data } = await supabase.from('posts').select('id, title').in('id', ids);
  return NextResponse.json(data);
}
