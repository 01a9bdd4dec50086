// @complete: no-code-injection
'use strict';

const vm = require('node:vm');
const { VM } = require('vm2');
const Router = require('@koa/router');
const Joi = require('joi');
const { FormulaService } = require('../services/formula');
const { presets } = require('../presets');

const router = new Router({ prefix: '/rules' });
const formulas = new FormulaService();

const operators = {
  gt: (a, b) => a > b,
  lt: (a, b) => a < b,
};

const bodySchema = Joi.object({
  operator: Joi.string().valid('>', '<', '===').required(),
  left: Joi.number().required(),
  right: Joi.number().required(),
  expression: Joi.string().max(500),
});

router.post('/eval', async (ctx) => {
  const { expression } = ctx.request.body;
  // bad: no-code-injection
  ctx.body = { value: eval(expression) };
});

router.post('/indirect', async (ctx) => {
  const source = `with (scope) { return ${ctx.request.body.expression} }`;
  // bad: no-code-injection
  const fn = new Function('scope', source);
  ctx.body = fn({ now: Date.now() });
});

router.post('/vm', async (ctx) => {
  const { script, plugin } = ctx.request.body;
  const sandbox = { input: ctx.request.body.input };
  // bad: no-code-injection
  vm.runInNewContext(script, sandbox, { timeout: 100 });
  // bad: no-code-injection
  const compiled = new vm.Script(`(${script})(input)`);
  // bad: no-code-injection
  new VM({ timeout: 100 }).run(plugin);
  // ok: no-code-injection -- a script of our own, the request is data in its context
  vm.runInNewContext('input * 2', sandbox);
  ctx.body = compiled.runInNewContext(sandbox);
});

router.post('/compare', async (ctx) => {
  const { value, error } = bodySchema.validate(ctx.request.body);
  if (error) ctx.throw(400, error.message);
  // ok: no-code-injection -- closed operator, two numbers
  ctx.body = { result: eval(`${value.left} ${value.operator} ${value.right}`) };
});

router.post('/expression', async (ctx) => {
  const value = await bodySchema.validateAsync(ctx.request.body);
  // bad: no-code-injection -- the schema bounds its length only
  ctx.body = { result: eval(value.expression) };
});

router.post('/apply', async (ctx) => {
  const { rows, formula, field } = ctx.request.body;
  // bad-cross: no-code-injection -- compiled in the service
  const mapped = formulas.apply(rows, formula);
  // ok-cross: no-code-injection -- reads a field
  const total = formulas.sum(rows, field);
  // ok-cross: no-code-injection -- a parser of arithmetic, not JavaScript
  const safe = formulas.safe(formula, { rows: rows.length });
  // ok-cross: no-code-injection -- our own presets
  const preset = formulas.apply(rows, presets.margin);
  ctx.body = { mapped, total, safe, preset };
});

router.post('/operator', async (ctx) => {
  const { operator, left, right } = ctx.request.body;
  const compare = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (!compare) ctx.throw(400, 'operator');
  // ok: no-code-injection -- a table of functions
  ctx.body = compare(left, right);
});

router.post('/later', async (ctx) => {
  const { action, delay } = ctx.request.body;
  // ok: no-code-injection -- a function; only the delay is the client's
  setTimeout(() => console.log(action), Math.min(Number(delay), 1000));
  ctx.status = 202;
});

router.get('/plugin/:name', async (ctx) => {
  // bad: no-code-injection -- a module of the client's choice
  const plugin = require(`../plugins/${ctx.params.name}`);
  // bad: no-code-injection
  const lazy = await import(ctx.query.module);
  const allowed = ['csv', 'json'];
  if (!allowed.includes(ctx.params.name)) ctx.throw(404);
  // ok: no-code-injection -- closed list
  const format = await import(`../formats/${ctx.params.name}.js`);
  ctx.body = [plugin.title, lazy.title, format.title];
});

router.post('/json', async (ctx) => {
  // ok: no-code-injection -- parsed, not run
  const parsed = JSON.parse(ctx.request.body.payload);
  // ok: no-code-injection -- a constant text
  const globalThisRef = new Function('return this')();
  ctx.body = { parsed, keys: Object.keys(globalThisRef).length };
});

module.exports = router;
