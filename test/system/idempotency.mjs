#!/usr/bin/env node
/**
 * What `backend-lint codemod idempotency` writes, for real: it is run over small apps, these are started against a
 * redis-server of Debian's (and a Postgres, embedded), and asked two hundred times at once; killed in the middle of a
 * request, started again and asked again. Under a minute; run by .ci/run, for it needs a package of the system's.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = process.env.BACKEND_LINT ?? join(root, 'dist/cli/main.js');
const work = mkdtempSync(join(tmpdir(), 'idempotency-'));
const REPEATS = 200;
/** The templates' lease is half a minute; here nobody waits so long for a dead process. */
const LEASE_MS = 2500;
const children = new Set();

const REDIS = "import { Redis } from 'ioredis';\nexport const redis = new Redis(Number(process.env.REDIS_PORT));\n";
/** One effect: a line in a file, which outlives the process. `id` makes it unique where there is one. */
const EFFECT = `import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const file = process.env.EFFECTS;
export const effect = async (product, id) => {
  await sleep(60);
  if (id && existsSync(file + id)) return JSON.parse(readFileSync(file + id, 'utf8'));
  const order = { order: Math.random(), product };
  appendFileSync(file, product + '\\n');
  if (id) writeFileSync(file + id, JSON.stringify(order));
  return order;
};
export const die = () => process.kill(process.pid, 'SIGKILL');
`;

const json = (value) => `${JSON.stringify(value)}\n`;
const packageOf = (name, ...names) =>
  json({ name, type: 'module', dependencies: Object.fromEntries(names.map((name) => [name, '*'])) });

const express = {
  'package.json': packageOf('orders', 'express', 'ioredis'),
  'redis.js': REDIS,
  'effect.js': EFFECT,
  'app.js': `import express from 'express';
import { die, effect } from './effect.js';

const app = express();
app.use(express.json());
app.post('/orders', async (req, res) => {
  const { product } = req.body;
  if (process.env.DIE === 'before') die();
  if (product === 'broken') throw new Error('out of order');
  const order = await effect(product, product.startsWith('unique') ? res.locals.idempotency?.id : undefined);
  if (process.env.DIE === 'after') die();
  res.status(201).location('/orders/1').json(order);
});
const server = app.listen(0, () => console.log('listening', server.address().port));
`,
};

const fastify = {
  'package.json': packageOf('shop', 'fastify', 'redis'),
  'redis.js':
    "import { createClient } from 'redis';\nexport const redis = createClient({ url: 'redis://127.0.0.1:' + process.env.REDIS_PORT });\nawait redis.connect();\n",
  'effect.js': EFFECT,
  'app.js': `import Fastify from 'fastify';
import { die, effect } from './effect.js';

const app = Fastify();
app.post('/orders', async (request, reply) => {
  const { product } = request.body;
  if (process.env.DIE === 'before') die();
  if (product === 'broken') throw new Error('out of order');
  const order = await effect(product);
  if (process.env.DIE === 'after') die();
  return reply.code(201).header('location', '/orders/1').send(order);
});
await app.listen({ port: 0 });
console.log('listening', app.server.address().port);
`,
};

const sql = {
  'package.json': packageOf('ledger', 'express', 'pg'),
  'db.js':
    "import pg from 'pg';\nexport const pool = new pg.Pool({ host: '127.0.0.1', port: Number(process.env.PG_PORT), user: 'postgres', password: 'postgres', database: 'postgres', max: 2 });\n",
  'app.js': `import express from 'express';
import { pool } from './db.js';
KEEP_IMPORT
const die = () => process.kill(process.pid, 'SIGKILL');
const app = express();
app.use(express.json());
app.post('/orders', async (req, res) => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query('INSERT INTO orders (product) VALUES ($1) RETURNING id, product', [req.body.product]);
    if (process.env.DIE === 'before') die();
    KEEP_ANSWER
    await client.query('COMMIT');
    if (process.env.DIE === 'after') die();
    res.status(201).json(rows[0]);
  } finally {
    client.release();
  }
});
const server = app.listen(0, () => console.log('listening', server.address().port));
`,
};

/** The app in a folder of its own, after the codemod. */
function makeApp(name, files, ...args) {
  const dir = join(work, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
  execFileSync(process.execPath, [cli, 'codemod', 'idempotency', '--route', 'POST /orders', ...args, '--yes'], {
    cwd: dir,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(join(dir, 'effects'), '');
  return dir;
}

/** From now on a dead process is given up sooner. */
function shortenLease(dir) {
  const store = join(dir, 'idempotency-store.js');
  const text = readFileSync(store, 'utf8');
  assert.match(text, /const LEASE_MS = 30_000;/);
  writeFileSync(store, text.replace('30_000', String(LEASE_MS)));
}

function start(command, args, env, sign) {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    cwd: env.CWD,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const found = sign.exec(String(chunk));
      if (found) resolve({ child, sign: found });
    });
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code} before it listened`)));
  });
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

class App {
  constructor(dir, env) {
    this.dir = dir;
    this.env = env;
  }
  async run(more = {}) {
    const env = { ...this.env, ...more, EFFECTS: join(this.dir, 'effects'), CWD: this.dir };
    const { child, sign } = await start(process.execPath, ['app.js'], env, /listening (\d+)/);
    this.child = child;
    this.port = sign[1];
  }
  async stop() {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill('SIGKILL');
      await ended;
    }
  }
  /** The answer as `{ status, body, replayed, location }`; null when the connection broke. */
  async order(key, product, caller = 'Bearer one') {
    try {
      const answer = await fetch(`http://127.0.0.1:${this.port}/orders`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: caller, ...(key && { 'idempotency-key': key }) },
        body: JSON.stringify({ product }),
      });
      const { status, headers } = answer;
      const replayed = headers.get('idempotency-replayed') === 'true';
      return {
        status,
        body: await answer.text(),
        replayed,
        location: headers.get('location'),
        type: headers.get('content-type'),
      };
    } catch {
      return null;
    }
  }
}

const told = [];
const tell = (text) => {
  told.push(text);
  console.log(`ok: ${text}`);
};

/** Two hundred at once: one effect, one answer; then what the draft asks for. */
async function repeats(name, app, effects) {
  await app.run();
  const answers = await Promise.all(Array.from({ length: REPEATS }, () => app.order('k-repeat', 'chair')));
  const good = answers.filter((answer) => answer?.status === 201);
  const rest = answers.filter((answer) => answer?.status !== 201).map((answer) => answer?.status);
  assert.equal(await effects('chair'), 1, `${name}: one effect`);
  assert.ok(good.length >= 1, `${name}: somebody was answered`);
  assert.equal(new Set(good.map(({ body }) => body)).size, 1, `${name}: one answer`);
  assert.deepEqual(
    [...new Set(rest)].filter((status) => status !== 409),
    [],
    `${name}: the others are told to wait`,
  );
  const again = await app.order('k-repeat', 'chair');
  assert.deepEqual({ ...again, replayed: false }, { ...good[0], replayed: false }, `${name}: the same answer later`);
  assert.equal(again.replayed, true);
  assert.equal((await app.order('k-repeat', 'table')).status, 422, `${name}: the key with another body`);
  assert.equal((await app.order('k-repeat', 'chair', 'Bearer two')).status, 201, `${name}: another caller`);
  await app.order(null, 'chair');
  assert.equal(await effects('chair'), 3, `${name}: another caller and no key are requests of their own`);
  await app.stop();
  tell(`${name}: ${REPEATS} repeats at once, one effect, one answer (${good.length} × 201, ${rest.length} × 409)`);
}

/** Killed at some point of the work: one effect when the client tries again. */
async function killed(name, app, when, product, effects) {
  const key = `k-${when}`;
  await app.run({ DIE: when });
  assert.equal(await app.order(key, product), null, `${name}: the process died`);
  await app.stop();
  await app.run();
  const early = await app.order(key, product);
  let answer = early;
  for (const until = Date.now() + 3 * LEASE_MS; answer.status === 409 && Date.now() < until;) {
    await sleep(150);
    answer = await app.order(key, product);
  }
  assert.equal(answer.status, 201, `${name}: the work is done in the end`);
  assert.equal(await effects(product), 1, `${name}: once`);
  const again = await app.order(key, product);
  assert.equal(again.body, answer.body, `${name}: and answered the same`);
  await app.stop();
  tell(`${name}: killed ${when} the effect, started and asked again (first ${early.status}): one effect`);
}

async function failures(name, app, effects) {
  await app.run();
  assert.equal((await app.order('k-broken', 'broken')).status, 500);
  assert.equal((await app.order('k-broken', 'broken')).status, 500, `${name}: what failed may be tried again`);
  assert.equal(await effects('broken'), 0);
  await app.stop();
  tell(`${name}: a failure is not kept`);
}

async function main() {
  const redisPort = await freePort();
  await start(
    'redis-server',
    ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', work],
    {},
    /Ready to accept connections/,
  );
  await Promise.all([
    withRedis('Express, ioredis', express, redisPort),
    withRedis('Fastify, node-redis', fastify, redisPort),
    withSql(),
  ]);
}

async function withRedis(name, files, redisPort) {
  const dir = makeApp(name.replaceAll(/\W+/g, '-'), files);
  const app = new App(dir, { REDIS_PORT: String(redisPort) });
  const effects = async (product) =>
    readFileSync(join(dir, 'effects'), 'utf8')
      .split('\n')
      .filter((line) => line === product).length;
  await repeats(name, app, effects);
  await failures(name, app, effects);
  shortenLease(dir);
  await killed(name, app, 'before', 'lamp', effects);
  // After the effect only the effect itself can know: it is unique by the work's id.
  if (files === express) await killed(name, app, 'after', 'unique-desk', effects);
}

async function withSql() {
  const database = await PGlite.create();
  await database.exec('CREATE TABLE orders (id serial PRIMARY KEY, product text NOT NULL)');
  const server = new PGLiteSocketServer({ db: database, port: 0, host: '127.0.0.1', maxConnections: 20 });
  await server.start();
  const port = /:(\d+)$/.exec(server.getServerConn())[1];
  const plain = { ...sql, 'app.js': sql['app.js'].replace('KEEP_IMPORT\n', '').replace('    KEEP_ANSWER\n', '') };
  const dir = makeApp('sql', plain, '--store', 'sql');
  await database.exec(readFileSync(join(dir, 'idempotency-keys.sql'), 'utf8'));
  const app = new App(dir, { PG_PORT: port });
  const effects = async (product) =>
    (await database.query('SELECT count(*)::int AS n FROM orders WHERE product = $1', [product])).rows[0].n;
  const name = 'Express, Postgres';
  await repeats(name, app, effects);
  shortenLease(dir);
  await killed(name, app, 'before', 'lamp', effects);
  // As the guide says: the answer is kept in the transaction of the effect.
  const text = readFileSync(join(dir, 'app.js'), 'utf8');
  const kept = text
    .replace(
      "    await client.query('COMMIT');\n",
      "    await res.locals.idempotency?.keep(json(201, rows[0]), client);\n    await client.query('COMMIT');\n",
    )
    .replace('import { idempotent }', "import { json } from './idempotency-store.js';\nimport { idempotent }");
  assert.notEqual(kept, text);
  writeFileSync(join(dir, 'app.js'), kept);
  await killed(`${name}, one transaction`, app, 'after', 'desk', effects);
  await server.stop();
  await database.close();
}

const started = Date.now();
const LONGEST_MS = 120_000;
const watchdog = setTimeout(() => {
  console.error(`not ok: still at it after ${LONGEST_MS / 1000} s`);
  end(1);
}, LONGEST_MS);

/** Whatever still runs or listens. */
function end(code) {
  clearTimeout(watchdog);
  for (const child of children) child.kill('SIGKILL');
  rmSync(work, { recursive: true, force: true });
  process.exit(code);
}

try {
  await main();
  console.log(`ok: ${told.length} scenarios in ${Math.round((Date.now() - started) / 1000)} s`);
  end(0);
} catch (error) {
  console.error(`not ok: ${error.stack}`);
  end(1);
}
