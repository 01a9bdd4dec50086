// @complete: no-misleading-status, prefer-problem-details
import Fastify from 'fastify';
import { loadReturn } from './store.js';

const app = Fastify();
app.get('/v1/returns/:id', async (req, reply) => {
  const row = await loadReturn((req.params as { id: string }).id);
  if (!row) {
    // bad: no-misleading-status
    // ok: prefer-problem-details -- a 200 is no error answer: the rule above says it
    return reply.send({ error: 'not found' });
  }
  return row;
});
app.get('/v2/returns/:id', async (req, reply) => {
  const row = await loadReturn((req.params as { id: string }).id);
  if (!row) {
    // ok: no-misleading-status
    // ok: prefer-problem-details
    return reply.code(404).type('application/problem+json').send({ type: 'about:blank', title: 'Not found', status: 404 });
  }
  if (!req.headers.authorization) {
    // ok: no-misleading-status -- 401: who is it?
    // Should be reported by prefer-problem-details, and is not: the function names the media type for another answer.
    return reply.code(401).send({ message: 'Authentication required' });
  }
  return row;
});
export { app };
