import { Pool } from 'pg';

export const pool = new Pool();
export const saveInvoice = (customer: string, cents: number) =>
  pool.query('INSERT INTO invoices (customer, cents) VALUES ($1, $2)', [customer, cents]);
