// @complete: no-sql-concat
import type { Knex } from 'knex';
import { raw } from 'objection';
import { Item, knex } from './knex';

type SortKey = 'name' | 'price';

export function byMaker(maker: string) {
  // bad-cross: no-sql-concat
  // fix: no-sql-concat
  return knex.raw(`select id, name from items where maker = '${maker}' limit 50`);
}

export function byMakerBound(maker: string) {
  // ok-cross: no-sql-concat
  return knex.raw('select id, name from items where maker = ? limit 50', [maker]);
}

export function byColumn(column: string, value: string) {
  // ok-cross: no-sql-concat -- ?? quotes the name
  return knex.raw('select id from items where ?? = ? limit 50', [column, value]);
}

export function search(term: string, sort: string) {
  return (
    knex('items')
      .select('id', 'name')
      // bad-cross: no-sql-concat
      // fix: no-sql-concat
      .whereRaw(`name ilike '%${term}%'`)
      // bad-cross: no-sql-concat -- a name of the caller's choice
      .orderByRaw(sort + ' nulls last')
      .limit(50)
  );
}

export function searchBound(term: string, sort: SortKey) {
  return (
    knex('items')
      .select('id', 'name')
      // ok-cross: no-sql-concat
      .whereRaw('name ilike ?', [`%${term}%`])
      // ok-cross: no-sql-concat -- a union of literals
      .orderByRaw(`${sort} nulls last`)
      .limit(50)
  );
}

export function builder(maker: string, column: string) {
  // ok-cross: no-sql-concat -- the builder binds values and quotes names
  return knex('items').where({ maker }).andWhere(knex.ref(column), '>', 0).limit(50);
}

export function counted(trx: Knex.Transaction, label: string) {
  // bad: no-sql-concat
  return trx('items').select(trx.raw(`count(*) filter (where label = '${label}') as n`)).first();
}

export function havingAtLeast(qb: Knex.QueryBuilder, n: number) {
  // ok: no-sql-concat -- bound
  return qb.havingRaw('count(*) >= ?', [n]);
}

export function havingText(qb: Knex.QueryBuilder, expression: string) {
  // bad: no-sql-concat
  return qb.havingRaw('count(*) ' + expression);
}

export function objectionSearch(term: string) {
  return (
    Item.query()
      // bad-cross: no-sql-concat
      .whereRaw("lower(name) = '" + term.toLowerCase() + "'")
      .limit(50)
  );
}

export function objectionRaw(unit: string) {
  return Item.query()
    .select(
      'id',
      // bad: no-sql-concat
      raw(`price / ${unit} as unit_price`),
      // ok: no-sql-concat
      raw('coalesce(??, ?) as shown', ['discount', 0]),
    )
    .limit(50);
}

export function refreshed(view: string) {
  // ok-cross: no-sql-concat -- an escaped name
  return knex.raw(`refresh materialized view ${knex.ref(view).toQuery()}`);
}
