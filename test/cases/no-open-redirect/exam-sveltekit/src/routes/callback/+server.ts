// @complete: no-open-redirect
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { RequestHandler } from './$types';

const TARGETS = { orders: '/orders', profile: '/profile' } as const;
const Query = z.object({ to: z.enum(['/orders', '/profile']), link: z.string().url() });

export const GET: RequestHandler = async ({ url, cookies }) => {
  const state = JSON.parse(Buffer.from(url.searchParams.get('state') ?? '', 'base64url').toString());
  if (state.nonce !== cookies.get('nonce')) return new Response('bad state', { status: 400 });
  // bad: no-open-redirect
  return new Response(null, { status: 302, headers: { Location: state.returnTo } });
};

export const POST: RequestHandler = async ({ request }) => {
  const query = Query.parse(await request.json());
  if (query.to === '/profile') {
    // ok: no-open-redirect
    redirect(302, query.to);
  }
  // bad: no-open-redirect
  redirect(302, query.link);
};

export const PATCH: RequestHandler = async ({ url }) => {
  const key = url.searchParams.get('to') as keyof typeof TARGETS;
  // ok: no-open-redirect
  redirect(302, TARGETS[key] ?? '/');
};

export const DELETE: RequestHandler = async ({ url }) => {
  const target = url.searchParams.get('to') ?? '/';
  if (!target.startsWith('/') || target.startsWith('//') || target.includes('\\')) redirect(302, '/');
  // ok: no-open-redirect
  redirect(302, target);
};
