// @complete: no-path-traversal
import { Elysia, t } from 'elysia';
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import * as tar from 'tar';

export const server = Bun.serve({
  async fetch(request) {
    const url = new URL(request.url);
    if (url.pathname.startsWith('/static/')) {
      // ok: no-path-traversal -- the URL parser has taken the dots out
      return new Response(Bun.file('public/index.html'));
    }
    // bad: no-path-traversal
    return new Response(Bun.file(`uploads/${url.searchParams.get('name')}`));
  },
});

export const app = new Elysia()
  // bad: no-path-traversal
  .get('/file', ({ query }) => Bun.file(`./files/${query.name}`))
  // ok: no-path-traversal
  .get('/doc/:id', ({ params }) => Bun.file(`./docs/${params.id}.md`), { params: t.Object({ id: t.Numeric() }) })
  .post(
    '/upload',
    async ({ body }) => {
      // bad: no-path-traversal -- the client's name of the file
      await Bun.write(`uploads/${body.file.name}`, body.file);
      // ok: no-path-traversal
      await Bun.write(`uploads/${crypto.randomUUID()}`, body.file);
    },
    { body: t.Object({ file: t.File() }) },
  );

const trpc = initTRPC.create();
export const router = trpc.router({
  note: trpc.procedure.input(z.object({ path: z.string() })).query(({ input }) => {
    // bad: no-path-traversal
    return readFileSync(join('notes', input.path), 'utf8');
  }),
  save: trpc.procedure.input(z.object({ id: z.string().uuid(), text: z.string() })).mutation(({ input }) => {
    // ok: no-path-traversal
    writeFileSync(join('notes', `${input.id}.md`), input.text);
  }),
  extract: trpc.procedure.input(z.object({ archive: z.string() })).mutation(async ({ input }) => {
    // bad: no-path-traversal
    await tar.x({ file: input.archive, cwd: '/srv/out' });
  }),
});
