// @complete: no-query-in-loop
import { json, type RequestHandler } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';
import { albumService, coverOf } from '../../../lib/server/albums';

export const GET: RequestHandler = async ({ locals }) => {
  const albums = await prisma.album.findMany({ where: { ownerId: locals.userId }, take: 40 });
  // bad-cross: no-query-in-loop
  const covers = await Promise.all(albums.map((album) => coverOf(album.id)));
  return json(albums.map((album, i) => ({ ...album, cover: covers[i] })));
};

export const DELETE: RequestHandler = async ({ request }) => {
  const { ids } = await request.json();
  // bad-cross: no-query-in-loop -- the method of an exported object
  for (const id of ids) await albumService.remove(id);
  return new Response(null, { status: 204 });
};

export const PUT: RequestHandler = async ({ request }) => {
  const { ids, title } = (await request.json()) as { ids: string[]; title: string };
  // ok: no-query-in-loop -- one batch, one transaction
  await prisma.$transaction(ids.map((id) => prisma.album.update({ where: { id }, data: { title } })));
  return json({ ids });
};

export const PATCH: RequestHandler = async ({ request }) => {
  const { ids } = await request.json();
  // ok-cross: no-query-in-loop
  await albumService.removeAll(ids);
  // bad: no-query-in-loop -- reduce as a chain of awaits
  const total = await ids.reduce(async (sum: Promise<number>, id: string) => {
    return (await sum) + (await prisma.photo.count({ where: { albumId: id } }));
  }, Promise.resolve(0));
  return json({ total });
};

export const POST: RequestHandler = async ({ request }) => {
  const { title } = await request.json();
  let slug = title.toLowerCase();
  // ok: no-query-in-loop -- tries one name after the other until one is free
  for (let n = 1; await prisma.album.findUnique({ where: { slug } }); n++) {
    slug = `${title.toLowerCase()}-${n}`;
  }
  return json(await prisma.album.create({ data: { title, slug } }), { status: 201 });
};
