// @complete: no-query-in-loop
import { knex, sql, Track } from './db.js';

export class AlbumStore {
  async artist(id: number) {
    const [row] = await sql`select id, name from artists where id = ${id}`;
    return row;
  }

  async plays(ids: number[]) {
    return sql`select track_id, count(*) from plays where track_id = any(${ids}) group by track_id`;
  }

  async withArtists(albums: { id: number; artistId: number }[]) {
    const out = [];
    // bad: no-query-in-loop -- a method of the same class, with a tagged template in it
    for (const album of albums) {
      out.push({ ...album, artist: await this.artist(album.artistId) });
    }
    return out;
  }
}

export async function rename(tracks: { id: number; title: string }[]) {
  // ok: no-query-in-loop -- ordered writes of one transaction
  await knex.transaction(async (trx) => {
    for (const track of tracks) {
      await trx('tracks').where({ id: track.id }).update({ title: track.title });
    }
  });
}

export async function removeTracks(ids: number[]) {
  // bad: no-query-in-loop
  for (const id of ids) {
    await knex('tracks').where({ id }).del();
  }
}

export async function titlesOf(ids: number[]) {
  // bad: no-query-in-loop
  return Promise.all(ids.map(async (id) => (await Track.query().findById(id))?.id));
}

export async function lengths(albumIds: number[]) {
  // bad: no-query-in-loop -- tagged template in map
  const rows = await Promise.all(albumIds.map((id) => sql`select sum(seconds) from tracks where album_id = ${id}`));
  return rows.flat();
}

export async function graph(albumId: number) {
  // ok: no-query-in-loop -- loaded with the relation
  const album = await Track.query().findById(albumId).withGraphFetched('plays');
  return album;
}

export async function exportAll(write: (line: string) => Promise<void>) {
  // ok: no-query-in-loop -- a cursor gives batches
  for await (const rows of sql`select id, title from tracks`.cursor(500)) {
    for (const row of rows) await write(row.title);
  }
}

export async function importBatches(batches: { id: number }[][]) {
  // ok: no-query-in-loop -- each is a batch of rows
  for (const batch of batches) {
    await knex('tracks').insert(batch);
  }
}

export async function poll(id: number) {
  // ok: no-query-in-loop -- waits until a job is done
  while (true) {
    const job = await knex('jobs').where({ id }).first();
    if (job.state === 'done') return job;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
