// @complete: require-retry-limit
import { receive, handle, acknowledge, statusOf, page } from './queue.js';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function consume(signal) {
  // ok: require-retry-limit -- a consumer goes on after a success
  while (!signal.aborted) {
    try {
      const messages = await receive();
      for (const message of messages) await handle(message).then(() => acknowledge(message));
    } catch (error) {
      console.error(error);
      await sleep(1000);
    }
  }
}

export async function waitFor(id) {
  // ok: require-retry-limit -- polling
  while (true) {
    try {
      const status = await statusOf(id);
      if (status === 'done') return status;
    } catch (error) {
      console.error(error);
    }
    await sleep(5000);
  }
}

export async function all() {
  const rows = [];
  let cursor;
  // ok: require-retry-limit -- paging
  do {
    const answer = await page(cursor);
    rows.push(...answer.rows);
    cursor = answer.cursor;
  } while (cursor);
  return rows;
}

export async function claim(make, save) {
  // ok: require-retry-limit -- a conflict within the database needs no pause
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return await save(make());
    } catch (error) {
      if (error.code !== '23505') throw error;
    }
  }
  throw new Error('no free name');
}

export async function upload(send) {
  let done = false;
  // bad: require-retry-limit
  while (!done) {
    try {
      await send();
      done = true;
    } catch (error) {
      console.error(error);
      await sleep(100);
    }
  }
}
