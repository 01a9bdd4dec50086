// @complete: no-unsafe-deserialization
import { Elysia } from 'elysia';
import serialize from 'node-serialize';
import { deserialize } from 'serialize-to-js';
import serializeJs from 'serialize-javascript';
import funcster from 'funcster';
import superjson from 'superjson';
import { fromBinary } from './parse.js';

export const app = new Elysia()
  .get('/me', ({ cookie }) => {
    const raw = Buffer.from(String(cookie.profile.value), 'base64').toString();
    // bad: no-unsafe-deserialization -- a cookie is the client's
    return serialize.unserialize(raw);
  })
  .post('/state', async ({ request, body }) => {
    const state = body as { text: string; tree: object };
    // bad: no-unsafe-deserialization
    const one = deserialize(state.text);
    // bad: no-unsafe-deserialization
    const two = funcster.deepDeserialize(state.tree);
    const buffer = Buffer.from(await request.arrayBuffer());
    // bad-cross: no-unsafe-deserialization
    const three = fromBinary(buffer);
    // ok: no-unsafe-deserialization -- superjson makes data
    const four = superjson.parse(state.text);
    // ok: no-unsafe-deserialization -- writes, does not read
    const five = serializeJs(state.tree);
    return { one, two, three, four, five };
  });
