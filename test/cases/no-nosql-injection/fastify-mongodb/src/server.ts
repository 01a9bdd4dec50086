// @complete: no-nosql-injection
import Fastify from 'fastify';
import { devices, ObjectId } from './db.js';

const app = Fastify();

interface Claim {
  token: string;
}

app.post<{ Body: Claim }>('/claim', async (request) => {
  const { token } = request.body;
  // bad: no-nosql-injection
  return devices.findOne({ token });
});

app.post<{ Body: Claim }>(
  '/claim-checked',
  { schema: { body: { type: 'object', required: ['token'], properties: { token: { type: 'string' } } } } },
  async (request) => {
    // ok: no-nosql-injection
    return devices.findOne({ token: request.body.token });
  },
);

app.get<{ Querystring: { serial: string } }>('/devices', async (request) => {
  // ok: no-nosql-injection -- fastify's query strings hold no objects
  return devices.findOne({ serial: request.query.serial });
});

app.get<{ Params: { id: string } }>('/devices/:id', async (request) => {
  // ok: no-nosql-injection
  return devices.findOne({ _id: new ObjectId(request.params.id) });
});

app.patch('/devices', async (request) => {
  const body = request.body as { filter: Record<string, unknown>; name: string };
  // bad: no-nosql-injection
  await devices.updateMany(body.filter, { $set: { name: body.name } });
  return { ok: true };
});

await app.listen({ port: 3000 });
