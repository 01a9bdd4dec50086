// @complete: require-error-handler
import { createServer } from 'node:http';
import { runJob } from './run.js';

// bad: require-error-handler
createServer(async (req, res) => {
  const { pathname } = new URL(req.url ?? '/', 'http://localhost');
  if (req.method === 'POST' && pathname === '/jobs') {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const result = await runJob(JSON.parse(Buffer.concat(chunks).toString()));
    res.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify(result));
    return;
  }
  if (req.method === 'GET' && pathname === '/jobs') {
    res.writeHead(200, { 'content-type': 'application/json' }).end('[]');
    return;
  }
  res.writeHead(404).end();
}).listen(3002);

// ok: require-error-handler
createServer(async (req, res) => {
  try {
    const result = await runJob({});
    res.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  } catch (err) {
    console.error(err);
    res.writeHead(500).end();
  }
}).listen(3003);
