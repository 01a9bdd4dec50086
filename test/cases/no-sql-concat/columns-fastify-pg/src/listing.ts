// @complete: no-sql-concat
import pg from 'pg';
import type { Column } from './columns.js';

const pool = new pg.Pool({ max: 10 });

export async function listSorted(columns: Column[], sort: string) {
  const column = columns.find((each) => each.id === sort);
  if (!column) throw new Error(`unknown column ${sort}`);
  // ok-cross: no-sql-concat
  return pool.query(`SELECT * FROM invoices i ORDER BY ${column.sql} LIMIT 50`);
}

export async function search(options: { text: string; fields: string[]; prefix?: string; names: { title?: string; body?: string } }) {
  const { text, fields, prefix = '', names } = options;
  for (const field of fields) {
    // ok-cross: no-sql-concat
    const { rows } = await pool.query(`SELECT id FROM invoices WHERE ${prefix}${field} ILIKE $1 LIMIT 20`, [`%${text}%`]);
    if (rows.length > 0) return rows;
  }
  // ok-cross: no-sql-concat
  const { rows } = await pool.query(`SELECT id FROM invoices WHERE ${names.title} ILIKE $1 LIMIT 20`, [`%${text}%`]);
  return rows;
}

export async function searchAny(options: { text: string; fields: string[] }) {
  const { text, fields } = options;
  for (const field of fields) {
    // bad-cross: no-sql-concat
    const { rows } = await pool.query(`SELECT id FROM invoices WHERE ${field} ILIKE $1 LIMIT 20`, [`%${text}%`]);
    if (rows.length > 0) return rows;
  }
  return [];
}

export async function sortAny(columns: Column[], sort: string) {
  const column = columns.find((each) => each.id === sort);
  // bad-cross: no-sql-concat
  return pool.query(`SELECT * FROM invoices i ORDER BY ${column?.sql} LIMIT 50`);
}

abstract class Filter {
  protected readonly columnRef: string;

  constructor(field: { dbName: string }) {
    this.columnRef = `"${field.dbName}"`;
  }

  abstract rows(value: string): Promise<unknown>;
}

export class ContainsFilter extends Filter {
  async rows(value: string) {
    // ok: no-sql-concat -- the name that the object was made for
    const { rows } = await pool.query(`SELECT id FROM invoices WHERE lower(${this.columnRef}) LIKE $1 LIMIT 20`, [`%${value}%`]);
    return rows;
  }
}

export class JsonFilter extends Filter {
  async rows(value: string) {
    // bad: no-sql-concat
    const { rows } = await pool.query(`SELECT id FROM invoices WHERE ${this.columnRef} @? '$.tags ? (@ == "${value}")' LIMIT 20`);
    return rows;
  }
}
