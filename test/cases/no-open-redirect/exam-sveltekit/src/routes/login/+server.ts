// @complete: no-open-redirect
import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { afterLogin, isPlainPath, localTarget } from '$lib/server/targets';

export const GET: RequestHandler = async ({ url }) => {
  const next = url.searchParams.get('next');
  if (next?.startsWith('/')) {
    // bad: no-open-redirect
    redirect(303, next);
  }
  // ok-cross: no-open-redirect
  redirect(303, localTarget(next));
};

export const POST: RequestHandler = async ({ request }) => {
  const form = await request.formData();
  const target = String(form.get('returnTo') ?? '/');
  // bad-cross: no-open-redirect
  throw redirect(303, afterLogin(target));
};

export const PUT: RequestHandler = async ({ request, params }) => {
  const { target } = await request.json();
  if (isPlainPath(target)) {
    // ok-cross: no-open-redirect
    redirect(303, target);
  }
  // ok: no-open-redirect
  redirect(303, `/orders/${params.id}`);
};
