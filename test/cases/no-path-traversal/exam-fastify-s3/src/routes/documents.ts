// @complete: no-path-traversal
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { inside, readChecked, readDocument, readInvoice, ROOT } from '../files.js';

export async function documents(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { name: string } }>('/documents', async (request) => {
    const { name } = request.query;
    // bad: no-path-traversal
    return createReadStream(path.join(ROOT, path.normalize(name)));
  });

  app.get<{ Params: { name: string } }>('/shared/:name', async (request) => {
    // bad-cross: no-path-traversal
    return readDocument(request.params.name);
  });

  app.get<{ Params: { id: string } }>('/invoices/:id', async (request) => {
    // ok-cross: no-path-traversal
    return readInvoice(Number(request.params.id));
  });

  app.get<{ Querystring: { name: string } }>('/checked', async (request) => {
    // ok-cross: no-path-traversal
    const first = await readChecked(request.query.name);
    // ok-cross: no-path-traversal
    const second = await fs.readFile(inside(request.query.name));
    return Buffer.concat([first, second]);
  });

  app.get(
    '/avatars/:file',
    { schema: { params: { type: 'object', properties: { file: { type: 'string', pattern: '^[a-z0-9]+\\.png$' } } } } },
    async (request) => {
      const { file } = request.params as { file: string };
      // ok: no-path-traversal
      return createReadStream(path.join('/var/lib/avatars', file));
    },
  );

  app.get('/themes/:theme', async (request, reply) => {
    const { theme } = request.params as { theme: string };
    // ok: no-path-traversal
    return reply.sendFile(`themes/${theme}/index.css`, '/srv');
  });

  app.delete('/documents', async (request, reply) => {
    const { name } = request.body as { name: string };
    if (name.startsWith('/')) return reply.code(400).send();
    // bad: no-path-traversal
    await fs.unlink(path.join(ROOT, name));
    return reply.code(204).send();
  });

  app.put('/documents', async (request) => {
    const { name, text } = request.body as { name: string; text: string };
    // ok: no-path-traversal
    await fs.writeFile(path.join(ROOT, path.basename(name)), text);
    if (name.includes('..') || path.isAbsolute(name)) throw new Error('bad name');
    // ok: no-path-traversal
    await fs.appendFile(path.join(ROOT, name), text);
  });
}
