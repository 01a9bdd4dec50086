// @complete: no-unpaginated-query
import { Album, db, prisma } from './db';

export const PAGE = { take: 50 };

export function allSongs() {
  // bad: no-unpaginated-query
  // fix: no-unpaginated-query
  return db.selectFrom('songs').select(['id', 'title']).orderBy('title').execute();
}

export function ofGenre(genre: string) {
  // bad: no-unpaginated-query -- a genre has any number of songs
  return db.selectFrom('songs').select(['id', 'title']).where('genre', '=', genre).execute();
}

export function ofAlbum(albumId: number) {
  // ok: no-unpaginated-query -- a parent's id
  return db.selectFrom('songs').select(['id', 'title']).where('album_id', '=', albumId).execute();
}

export function first() {
  // ok: no-unpaginated-query
  return db.selectFrom('songs').select(['id', 'title']).limit(20).execute();
}

export function some(ids: number[]) {
  // ok: no-unpaginated-query
  return db.selectFrom('songs').select('title').where('id', 'in', ids).execute();
}

export async function each(handle: (title: string) => void) {
  // ok: no-unpaginated-query -- a stream
  for await (const song of db.selectFrom('songs').select('title').stream()) handle(song.title);
}

export function counted() {
  // ok: no-unpaginated-query
  return db.selectFrom('songs').select((eb) => eb.fn.countAll().as('n')).executeTakeFirstOrThrow();
}

export function albums() {
  // bad: no-unpaginated-query
  return Album.query().orderBy('title');
}

export function albumPage(page: number) {
  // ok: no-unpaginated-query -- page() sets limit and offset
  return Album.query().orderBy('title').page(page, 20);
}

export function tracks() {
  // bad: no-unpaginated-query
  return prisma.track.findMany({ orderBy: { title: 'asc' } });
}

export function tracksPage() {
  // ok: no-unpaginated-query -- a spread that carries it
  return prisma.track.findMany({ orderBy: { title: 'asc' }, ...PAGE });
}
