import { rule } from '../../../src/rules/http/no-misleading-status.js';
import { ruleTester } from '../../rule-tester.js';

const handler = (body: string): string =>
  `import express from 'express';\nexpress().get('/x', async (req, res) => { ${body} });`;

ruleTester.run('no-misleading-status', rule as never, {
  valid: [
    { name: 'an error with its status', code: handler("res.status(404).json({ error: 'none' });") },
    { name: 'a status that cannot be told', code: handler("res.status(code).json({ error: 'none' });") },
    { name: 'an error that may be null', code: handler('res.json({ error: result.error });') },
    {
      name: 'one kind of error, whose answer is known',
      code: handler(
        "try { await save(); } catch (err) { if (err.code === 'P2002') return res.json({ id: 1 }); throw err; }",
      ),
    },
    { name: 'an answer to JSON-RPC', code: handler("res.json({ jsonrpc: '2.0', error: { code: 1 } });") },
    {
      name: 'nobody signed in, or not an admin',
      code: handler("if (!req.user || req.user.role !== 'admin') res.sendStatus(401);"),
    },
    {
      name: 'what the work answers as well where there is nothing',
      code: handler(
        'if (!id) return res.json({ plans }); try { return res.json({ plans: await load(id) }); } catch { return res.json({ plans }); }',
      ),
    },
    {
      name: 'the end of a stream, whose status is sent',
      code: handler("try { await save(); } catch { res.write('event: error'); res.end(); }"),
    },
    {
      name: '207, which says of each part how it went',
      code: handler('try { await save(); } catch (error) { res.status(207).json({ failures: [String(error)] }); }'),
    },
  ],
  invalid: [
    {
      name: 'an error with 200',
      code: handler("res.json({ error: 'none' });"),
      errors: [{ messageId: 'errorWithSuccess', data: { status: '200' } }],
    },
    {
      name: 'an error with 201',
      code: handler("res.status(201).json({ error: 'none' });"),
      errors: [{ messageId: 'errorWithSuccess', data: { status: '201' }, column: 54 }],
    },
    {
      name: 'any error answered with data',
      code: handler('try { await save(); } catch { res.json([]); }'),
      errors: [{ messageId: 'caught' }],
    },
    {
      name: 'a request that is not valid',
      code: handler("if (!req.query.id) res.status(500).json({ error: 'id' });"),
      errors: [{ messageId: 'validation' }],
    },
    {
      name: 'a body with 204',
      code: handler('res.status(204).send({ ok: 1 });'),
      errors: [{ messageId: 'body', data: { status: '204' } }],
    },
    {
      name: 'a role that is not enough',
      code: handler("if (req.user.role !== 'admin') res.sendStatus(401);"),
      errors: [{ messageId: 'forbidden' }],
    },
  ],
});
