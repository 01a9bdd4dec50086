// @complete: no-error-details-in-response
import express, { type NextFunction, type Request, type Response } from 'express';
import { Pool } from 'pg';
import { z, ZodError } from 'zod';
import { AppError, isProduction, messageOf } from './errors.js';
import { fail, serverError } from './respond.js';

const pool = new Pool();
const app = express();

app.get('/orders', async (req, res) => {
  try {
    const { rows } = await pool.query('SELECT id FROM orders LIMIT 10');
    res.json(rows);
  } catch (err) {
    // bad: no-error-details-in-response
    // fix: no-error-details-in-response
    res.status(500).json({ error: err.message });
  }
});

app.get('/orders/:id', async (req, res) => {
  try {
    res.json((await pool.query('SELECT id FROM orders WHERE id = $1', [req.params.id])).rows);
  } catch (error) {
    // bad-cross: no-error-details-in-response
    fail(res, 500, messageOf(error));
  }
});

app.get('/orders/:id/lines', async (req, res) => {
  try {
    res.json((await pool.query('SELECT id FROM lines WHERE order_id = $1', [req.params.id])).rows);
  } catch (error) {
    // ok-cross: no-error-details-in-response -- the helper is reported, once
    serverError(res, error);
  }
});

app.post('/orders', async (req, res) => {
  try {
    const body = z.object({ sku: z.string() }).parse(req.body);
    await pool.query('INSERT INTO orders (sku) VALUES ($1)', [body.sku]);
    res.sendStatus(201);
  } catch (error) {
    if (error instanceof ZodError) {
      // ok: no-error-details-in-response -- what was wrong with the request
      res.status(400).json({ error: error.message });
      return;
    }
    if (error instanceof AppError) {
      // ok: no-error-details-in-response -- made for the client
      return void res.status(error.status).json({ error: error.message });
    }
    // bad: no-error-details-in-response -- the driver's own words
    res.status(400).json({ error: error.message });
  }
});

app.put('/orders/:id', async (req, res) => {
  try {
    await pool.query('UPDATE orders SET sku = $2 WHERE id = $1', [req.params.id, req.body.sku]);
    res.sendStatus(204);
  } catch (error) {
    const message = error instanceof Error ? error.message : 'Unknown';
    // bad: no-error-details-in-response
    // fix: no-error-details-in-response
    res.status(500).send(`Could not save: ${message}`);
  }
});

app.delete('/orders/:id', async (req, res) => {
  try {
    await pool.query('DELETE FROM orders WHERE id = $1', [req.params.id]);
    res.sendStatus(204);
  } catch (error) {
    // ok: no-error-details-in-response
    res.status(500).json({ error: isProduction ? 'Internal Server Error' : (error as Error).message });
  }
});

app.get('/export', (req, res) => {
  res.setHeader('content-type', 'text/event-stream');
  pool.query('SELECT 1').catch((err) => {
    // bad: no-error-details-in-response
    res.write(`data: ${JSON.stringify({ failed: err.message })}\n\n`);
    res.end();
  });
});

app.get('/login', (req, res) => {
  try {
    verify(req.get('authorization'));
  } catch (error) {
    // ok: no-error-details-in-response -- an own check says what is missing
    res.status(401).json({ error: (error as Error).message });
  }
});

function verify(token?: string) {
  if (!token) throw new AppError(401, 'token missing');
}

app.use((err: Error & { status?: number }, req: Request, res: Response, next: NextFunction) => {
  if (res.headersSent) return next(err);
  // bad: no-error-details-in-response
  // fix: no-error-details-in-response
  res.status(err.status || 500).json({ message: err.message, stack: err.stack });
});

app.use((err: any, req: Request, res: Response, next: NextFunction) => {
  const status = err.status ?? 500;
  // ok: no-error-details-in-response -- hidden for 500s
  res.status(status).json({ message: status >= 500 ? 'Internal Server Error' : err.message });
});

app.use((err: any, req: Request, res: Response, next: NextFunction) => {
  // bad: no-error-details-in-response
  res.status(500).json(err);
});
