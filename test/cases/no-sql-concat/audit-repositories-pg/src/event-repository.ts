// @complete: no-sql-concat
import type { Pool, PoolClient, QueryConfig } from 'pg';
import { z } from 'zod';

type Period = 'hour' | 'day' | 'week';

enum Table {
  Events = 'audit_events',
  Archive = 'audit_events_archive',
}

const COLUMNS = { at: 'e.occurred_at', actor: 'e.actor_id', kind: 'e.kind' } as const;
const FIELDS = ['id', 'occurred_at', 'actor_id', 'kind'];
const Sort = z.enum(['occurred_at', 'kind']);
const ALLOWED = new Set(['id', 'kind', 'occurred_at']);

export interface EventFilter {
  actor?: string;
  text?: string;
}

export class EventRepository {
  private readonly schema = process.env.AUDIT_SCHEMA ?? 'public';
  private readonly select = `SELECT ${FIELDS.join(', ')} FROM ${this.schema}.audit_events e`;
  private lastFilter = '';

  constructor(private readonly pool: Pool) {}

  byActor(actor: string) {
    // bad: no-sql-concat
    // fix: no-sql-concat
    return this.pool.query(`SELECT id, kind FROM audit_events WHERE actor_id = '${actor}'`);
  }

  byActorSafe(actor: string) {
    // ok: no-sql-concat -- constant field with the environment's schema
    return this.pool.query(`${this.select} WHERE e.actor_id = $1`, [actor]);
  }

  async page(filter: EventFilter) {
    // bad: no-sql-concat -- the condition is built by a private method
    const { rows } = await this.pool.query(`${this.select} WHERE ${this.condition(filter)} LIMIT 50`);
    return rows;
  }

  private condition(filter: EventFilter): string {
    const parts = ['TRUE'];
    if (filter.actor) parts.push(`e.actor_id = '${filter.actor}'`);
    if (filter.text) parts.push(`e.payload::text ILIKE '%${filter.text}%'`);
    return parts.join(' AND ');
  }

  remember(kind: string) {
    this.lastFilter = `e.kind = '${kind}'`;
  }

  repeat() {
    // bad: no-sql-concat -- through a class field
    return this.pool.query(`${this.select} WHERE ${this.lastFilter} LIMIT 50`);
  }

  async config(client: PoolClient, kind: string) {
    const statement: QueryConfig = {
      name: 'by-kind',
      text: 'SELECT id FROM audit_events WHERE kind = $1 LIMIT 50',
      values: [kind],
    };
    // ok: no-sql-concat
    await client.query(statement);
    // bad: no-sql-concat -- text and values, and one value in the text all the same
    // fix: no-sql-concat
    return client.query({ text: `SELECT id FROM audit_events WHERE kind = '${kind}' AND at > $1`, values: [new Date()] });
  }

  buckets(period: Period) {
    // ok: no-sql-concat -- a union of literals
    return this.pool.query(`SELECT date_trunc('${period}', occurred_at) AS bucket, count(*) FROM audit_events GROUP BY 1`);
  }

  rawBuckets(period: string) {
    // bad: no-sql-concat
    // fix: no-sql-concat
    return this.pool.query(`SELECT date_trunc('${period}', occurred_at) AS bucket, count(*) FROM audit_events GROUP BY 1`);
  }

  count(table: Table) {
    // ok: no-sql-concat -- an enum
    return this.pool.query(`SELECT count(*) FROM ${table}`);
  }

  sorted(key: keyof typeof COLUMNS, descending: boolean) {
    // ok: no-sql-concat -- closed map, closed direction
    return this.pool.query(`${this.select} ORDER BY ${COLUMNS[key]} ${descending ? 'DESC' : 'ASC'} LIMIT 50`);
  }

  sortedByInput(input: unknown) {
    const sort = Sort.parse(input);
    // ok: no-sql-concat -- a closed enum of the schema
    return this.pool.query(`${this.select} ORDER BY ${sort} LIMIT 50`);
  }

  project(column: string) {
    if (!ALLOWED.has(column)) throw new RangeError(`cannot project ${column}`);
    // ok: no-sql-concat
    return this.pool.query(`SELECT ${column} FROM audit_events LIMIT 50`);
  }

  top(limit: string) {
    const n = Number.parseInt(limit, 10);
    // ok: no-sql-concat -- numeric
    return this.pool.query(`${this.select} ORDER BY e.occurred_at DESC LIMIT ${Math.min(n, 100)}`);
  }

  topUnchecked(limit: string) {
    // bad: no-sql-concat
    // fix: no-sql-concat
    return this.pool.query(`SELECT id FROM audit_events ORDER BY occurred_at DESC LIMIT ${limit}`);
  }

  in(ids: string[]) {
    // bad: no-sql-concat
    // fix: no-sql-concat
    return this.pool.query(`SELECT id, kind FROM audit_events WHERE id IN (${ids.join(',')})`);
  }

  any(ids: string[]) {
    // ok: no-sql-concat
    return this.pool.query('SELECT id, kind FROM audit_events WHERE id = ANY($1)', [ids]);
  }

  async insertMany(events: { actor: string; kind: string }[]) {
    const values: string[] = [];
    const rows = events.map((event, i) => {
      values.push(event.actor, event.kind);
      return `($${i * 2 + 1}, $${i * 2 + 2})`;
    });
    // ok: no-sql-concat -- rows of placeholders
    await this.pool.query(`INSERT INTO audit_events (actor_id, kind) VALUES ${rows.join(', ')}`, values);
  }

  async insertManyUnsafe(events: { actor: string; kind: string }[]) {
    const rows = events.map((event) => `('${event.actor}', '${event.kind}')`);
    // bad: no-sql-concat
    await this.pool.query(`INSERT INTO audit_events (actor_id, kind) VALUES ${rows.join(', ')}`);
  }
}
