// @complete: no-open-redirect
import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

const PARTNERS = ['https://partner.example.org/', 'https://docs.example.org/'];

export const GET: RequestHandler = ({ url }) => {
  const target = url.searchParams.get('to') ?? '';
  if (!PARTNERS.includes(target)) return new Response('unknown', { status: 404 });
  // ok: no-open-redirect
  return Response.redirect(target, 302);
};

export const POST: RequestHandler = async ({ url }) => {
  const target = url.searchParams.get('to') ?? '';
  if (!target.includes('example.org')) return new Response('unknown', { status: 404 });
  // bad: no-open-redirect
  return Response.redirect(target, 302);
};

export const PUT: RequestHandler = async ({ url }) => {
  const host = url.searchParams.get('host');
  // bad: no-open-redirect
  redirect(302, `https://${host}/welcome`);
};
