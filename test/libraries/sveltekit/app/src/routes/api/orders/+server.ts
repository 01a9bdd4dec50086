import { json, type RequestHandler } from '@sveltejs/kit';

export const GET: RequestHandler = () => json([]);
export async function POST({ request }) {
  return json(await request.json(), { status: 201 });
}
