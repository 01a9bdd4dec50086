// @complete: no-unpaginated-query
import { json } from '@sveltejs/kit';
import { prisma } from '../../lib/server/db';
import { allSongs, PAGE } from '../../lib/server/songs';

export const GET = async () => json(await allSongs());

export const POST = async () => {
  // bad: no-unpaginated-query
  const playlists = await prisma.playlist.findMany({ where: { public: true }, include: { songs: true } });
  // ok-cross: no-unpaginated-query -- the page stands in another file
  const top = await prisma.track.findMany({ ...PAGE });
  return json({ playlists, top });
};
