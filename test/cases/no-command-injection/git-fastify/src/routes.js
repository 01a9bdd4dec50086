// @complete: no-command-injection
import { execa, execaCommand, $ } from 'execa';
import shell from 'shelljs';
import { checkout } from './git.js';

const BRANCH = /^[\w][\w./-]*$/;

export default async function routes(fastify) {
  fastify.get('/log', async (request) => {
    const { branch } = request.query;
    // bad: no-command-injection
    return shell.exec('git log ' + branch).stdout;
  });

  fastify.post('/checkout', async (request, reply) => {
    const { branch } = request.body;
    if (!BRANCH.test(branch)) return reply.code(400).send();
    // ok-cross: no-command-injection -- an anchored pattern before it
    await checkout(branch);
    return reply.send();
  });

  fastify.post('/checkout-any', async (request) => {
    // bad-cross: no-command-injection
    await checkout(request.body.branch);
  });

  fastify.get('/show', async (request) => {
    // ok: no-command-injection -- the tag quotes its holes
    const { stdout } = await $`git show ${request.query.ref}`;
    return stdout;
  });

  fastify.get('/blame', async (request) => {
    // ok: no-command-injection -- execa starts no shell
    const { stdout } = await execa('git', ['blame', '--', request.query.file]);
    return stdout;
  });

  fastify.get('/grep', async (request) => {
    const command = ['git', 'grep', request.query.term].join(' ');
    // bad: no-command-injection
    const { stdout } = await execaCommand(command, { shell: true });
    return stdout;
  });

  fastify.get(
    '/stat',
    { schema: { querystring: { type: 'object', properties: { sort: { type: 'string', enum: ['time', 'size'] } } } } },
    async (request) => {
      // ok: no-command-injection -- the schema's enum
      return shell.exec(`ls --sort=${request.query.sort}`).stdout;
    },
  );
}
