// @complete: no-get-side-effects
import { json, type RequestHandler } from '@sveltejs/kit';
import { db } from '../../../../lib/db';
import { items } from '../../../../lib/schema';

export const GET: RequestHandler = async () => {
  // bad: no-get-side-effects
  const [draft] = await db.insert(items).values({ id: crypto.randomUUID(), title: 'Untitled' }).returning();
  return json(draft);
};

export const POST: RequestHandler = async () => {
  // ok: no-get-side-effects
  const [draft] = await db.insert(items).values({ id: crypto.randomUUID(), title: 'Untitled' }).returning();
  return json(draft, { status: 201 });
};
