// @complete: require-transaction
import Fastify from 'fastify';
import { PrismaClient } from '@prisma/client';
import Database from 'better-sqlite3';
import mysql from 'mysql2/promise';
import pg from 'pg';

const app = Fastify();
const prisma = new PrismaClient();
const my = mysql.createPool({ uri: process.env.MYSQL_URL });
const pool = new pg.Pool();
const sqlite = new Database('a.db');

// bad: require-transaction -- lines in a loop after the order
app.post<{ Body: { lines: { sku: string }[] } }>('/orders', async (request) => {
  const order = await prisma.order.create({ data: { state: 'new' } });
  for (const line of request.body.lines) {
    await prisma.orderLine.create({ data: { orderId: order.id, sku: line.sku } });
  }
  return order;
});

// bad: require-transaction -- at once is no more together
app.post<{ Body: { from: string; to: string; cents: number } }>('/transfers', async (request) => {
  const { from, to, cents } = request.body;
  await Promise.all([
    prisma.account.update({ where: { id: from }, data: { cents: { decrement: cents } } }),
    prisma.account.update({ where: { id: to }, data: { cents: { increment: cents } } }),
  ]);
});

// bad: require-transaction -- insertId goes into the second
app.post<{ Body: { name: string; email: string } }>('/customers', async (request) => {
  const [result] = await my.execute<mysql.ResultSetHeader>('INSERT INTO customers (name) VALUES (?)', [request.body.name]);
  await my.execute('INSERT INTO addresses (customer_id, email) VALUES (?, ?)', [result.insertId, request.body.email]);
});

// bad: require-transaction -- RETURNING
app.post<{ Body: { name: string } }>('/teams', async (request) => {
  const { rows } = await pool.query('INSERT INTO teams (name) VALUES ($1) RETURNING id', [request.body.name]);
  await pool.query('INSERT INTO members (team_id, role) VALUES ($1, $2)', [rows[0].id, 'owner']);
  return { id: rows[0].id };
});

// bad: require-transaction -- the user stands, whatever becomes of the transaction
app.post<{ Body: { email: string } }>('/signup', async (request) => {
  const user = await prisma.user.create({ data: { email: request.body.email } });
  await prisma.$transaction([
    prisma.workspace.create({ data: { ownerId: user.id } }),
    prisma.subscription.create({ data: { userId: user.id } }),
  ]);
});

// ok: require-transaction -- one connection's transaction
app.post<{ Body: { name: string; email: string } }>('/customers/safe', async (request) => {
  const connection = await my.getConnection();
  try {
    await connection.beginTransaction();
    const [result] = await connection.execute<mysql.ResultSetHeader>('INSERT INTO customers (name) VALUES (?)', [request.body.name]);
    await connection.execute('INSERT INTO addresses (customer_id, email) VALUES (?, ?)', [result.insertId, request.body.email]);
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
});

const insertTeam = sqlite.transaction((name: string) => {
  const { lastInsertRowid } = sqlite.prepare('INSERT INTO teams (name) VALUES (?)').run(name);
  sqlite.prepare('INSERT INTO members (team_id) VALUES (?)').run(lastInsertRowid);
});

// ok: require-transaction -- better-sqlite3's transaction function
app.post<{ Body: { name: string } }>('/teams/local', async (request) => {
  insertTeam(request.body.name);
});

// bad: require-transaction
app.post<{ Body: { name: string } }>('/teams/torn', async (request) => {
  const { lastInsertRowid } = sqlite.prepare('INSERT INTO teams (name) VALUES (?)').run(request.body.name);
  sqlite.prepare('INSERT INTO members (team_id) VALUES (?)').run(lastInsertRowid);
});

// ok: require-transaction -- a counter beside, which may be off by one
app.get<{ Params: { id: string } }>('/posts/:id', async (request) => {
  await prisma.post.update({ where: { id: request.params.id }, data: { views: { increment: 1 } } });
  return prisma.post.findUnique({ where: { id: request.params.id } });
});
