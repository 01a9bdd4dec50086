// @complete: no-unbounded-write
import type { Knex } from 'knex';
import { knex } from './db.js';

interface Deps {
  knex: Knex;
}

export const makeCarts = ({ knex }: Deps) => ({
  async clear() {
    // bad: no-unbounded-write -- a dependency of the factory
    await knex('carts').del();
  },
  async remove(id: string) {
    // ok: no-unbounded-write
    await knex('carts').where({ id }).del();
  },
});

export function makeUntyped(deps) {
  return {
    async clear() {
      // bad: no-unbounded-write -- what it is given is seen at its call
      await deps.db('carts').del();
    },
  };
}
export const untyped = makeUntyped({ db: knex });

export class CartStore {
  #knex;
  constructor(client) {
    this.#knex = client;
  }
  async clear() {
    // bad: no-unbounded-write -- given to the constructor
    await this.#knex('carts').del();
  }
}
export const store = new CartStore(knex);
