import type { Handle } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';

const authenticate: Handle = async ({ event, resolve }) => {
  const token = event.request.headers.get('authorization');
  if (!token) return new Response(null, { status: 401 });
  return resolve(event);
};
const log: Handle = async ({ event, resolve }) => resolve(event);

export const handle = sequence(log, authenticate);
