// @complete: prefer-domain-errors
import { Pool } from 'pg';
import { LoanNotFoundError } from './errors.js';

const pool = new Pool();

export async function findLoan(id: string) {
  const { rows } = await pool.query('SELECT id, state FROM loans WHERE id = $1', [id]);
  // bad-cross: prefer-domain-errors -- routes.ts decides by this text
  if (!rows[0]) throw new Error('Loan not found');
  return rows[0];
}

export async function closeLoan(id: string) {
  const { rowCount } = await pool.query('UPDATE loans SET state = $2 WHERE id = $1', [id, 'closed']);
  // ok: prefer-domain-errors
  if (!rowCount) throw new LoanNotFoundError(`loan ${id}`);
}

export function configure(url: string | undefined): string {
  // ok: prefer-domain-errors -- nobody decides on it
  if (!url) throw new Error('LOANS_URL is missing');
  return url;
}
