// @complete: require-csrf-protection
import { json, type RequestHandler } from '@sveltejs/kit';
import { sessions, transfer } from '../../../src/bank';

// ok: require-csrf-protection -- SvelteKit checks the origin of forms
export const POST: RequestHandler = async ({ request, cookies }) => {
  const user = sessions.get(cookies.get('sid') ?? '');
  const form = await request.formData();
  return json(await transfer(user!, String(form.get('to')), 100));
};
