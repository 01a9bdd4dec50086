// @complete: prefer-structured-logger
import { expect, it } from 'vitest';
import { app } from './app.js';

it('answers', async () => {
  const res = await app.request('/notes/1');
  // ok: prefer-structured-logger -- a test
  console.log(await res.text());
  expect(res.status).toBe(200);
});
