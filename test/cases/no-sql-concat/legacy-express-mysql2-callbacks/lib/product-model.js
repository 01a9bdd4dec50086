'use strict';
// @complete: no-sql-concat
const connection = require('./connection');

const COLUMNS = Object.freeze({ name: 'name', price: 'price_cents' });

class ProductModel {
  constructor() {
    this.conditions = [];
    this.values = [];
  }

  where(column, value) {
    if (!Object.hasOwn(COLUMNS, column)) throw new Error('unknown column ' + column);
    this.conditions.push(COLUMNS[column] + ' = ?');
    this.values.push(value);
    return this;
  }

  all(done) {
    const where = this.conditions.length ? ' WHERE ' + this.conditions.join(' AND ') : '';
    // ok-cross: no-sql-concat -- closed columns, bound values
    connection.query('SELECT id, name FROM products' + where + ' LIMIT 100', this.values, done);
  }

  static byName(name, done) {
    // bad-cross: no-sql-concat
    // fix: no-sql-concat
    connection.query("SELECT id, name FROM products WHERE name = '" + name + "'", done);
  }

  static update(id, fields, done) {
    const sets = Object.keys(fields).map((key) => connection.escapeId(key) + ' = ?');
    // ok-cross: no-sql-concat -- escaped names, bound values
    connection.query(`UPDATE products SET ${sets.join(', ')} WHERE id = ?`, [...Object.values(fields), id], done);
  }

  static updateUnsafe(id, fields, done) {
    const sets = Object.entries(fields).map(([key, value]) => `${key} = '${value}'`);
    // bad-cross: no-sql-concat
    connection.query(`UPDATE products SET ${sets.join(', ')} WHERE id = ?`, [id], done);
  }

  static count(kind, done) {
    const sql = kind === 'sold' ? 'SELECT COUNT(*) FROM sales' : 'SELECT COUNT(*) FROM products';
    // ok-cross: no-sql-concat
    connection.query(sql, done);
  }

  static insert(product, done) {
    // ok-cross: no-sql-concat -- SET ? takes the object
    connection.query('INSERT INTO products SET ?', product, done);
  }
}

module.exports = ProductModel;
