// @complete: require-input-validation
import express, { type NextFunction, type Request, type Response } from 'express';
import { body, validationResult } from 'express-validator';
import nodemailer from 'nodemailer';
import { z } from 'zod';
import { createComment, createNote } from './controllers.js';
import { pool, saveInvoice } from './db.js';

const app = express();
const mailer = nodemailer.createTransport(process.env.SMTP_URL);
app.use(express.json());

const Invoice = z.object({ customer: z.string().uuid(), cents: z.number().int().positive() });
interface InvoiceBody {
  customer: string;
  cents: number;
}

const check = (schema: z.ZodTypeAny) => (req: Request, res: Response, next: NextFunction) => {
  const result = schema.safeParse(req.body);
  if (!result.success) return res.status(400).json({ title: 'invalid' });
  req.body = result.data;
  return next();
};

// bad: require-input-validation
app.post('/invoices', async (req, res) => {
  await saveInvoice(req.body.customer, req.body.cents);
  res.sendStatus(201);
});

app.post('/invoices/typed', async (req, res) => {
  // bad: require-input-validation
  const { customer, cents } = req.body as InvoiceBody;
  await pool.query('INSERT INTO invoices (customer, cents) VALUES ($1, $2)', [customer, cents]);
  res.sendStatus(201);
});

// ok: require-input-validation
app.post('/invoices/parsed', async (req, res) => {
  const invoice = Invoice.parse(req.body);
  await saveInvoice(invoice.customer, invoice.cents);
  res.sendStatus(201);
});

// ok: require-input-validation
app.post('/invoices/checked', check(Invoice), async (req, res) => {
  await saveInvoice(req.body.customer, req.body.cents);
  res.sendStatus(201);
});

// ok: require-input-validation
app.post('/invoices/chained', body('customer').isUUID(), body('cents').isInt(), async (req, res) => {
  if (!validationResult(req).isEmpty()) return res.sendStatus(400);
  await saveInvoice(req.body.customer, req.body.cents);
  return res.sendStatus(201);
});

// bad: require-input-validation
app.post('/contact', async (req, res) => {
  await mailer.sendMail({ to: 'help@example.org', subject: req.body.subject, text: req.body.text });
  res.sendStatus(202);
});

// ok: require-input-validation
app.get('/invoices/:id', async (req, res) => {
  const { rows } = await pool.query('SELECT id, cents FROM invoices WHERE id = $1', [req.params.id]);
  res.json(rows[0] ?? null);
});

// ok: require-input-validation
app.post('/echo', (req, res) => {
  res.json({ received: req.body });
});

app.post('/notes', createNote);
app.post('/comments', check(z.object({ text: z.string(), author: z.string() })), createComment);

app.listen(3000);
