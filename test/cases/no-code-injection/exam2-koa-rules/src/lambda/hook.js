// @complete: no-code-injection
'use strict';

const vm = require('vm');
const { FormulaService } = require('../services/formula');

const formulas = new FormulaService();

exports.sqs = async (event) => {
  for (const record of event.Records) {
    const message = JSON.parse(record.body);
    // bad: no-code-injection
    vm.runInThisContext(message.script);
    // bad-cross: no-code-injection
    formulas.compile(message.formula);
  }
};

exports.http = async (event) => {
  const body = JSON.parse(event.body || '{}');
  const { a, b } = body;
  if (typeof a !== 'number' || typeof b !== 'number') return { statusCode: 400 };
  // ok: no-code-injection -- both are numbers
  const sum = eval(`${a} + ${b}`);
  // bad: no-code-injection
  const product = eval(`${a} * ${event.queryStringParameters.factor}`);
  return { statusCode: 200, body: JSON.stringify({ sum, product }) };
};
