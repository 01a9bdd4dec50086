// @complete: no-code-injection
import { Router } from 'express';
import vm from 'node:vm';
import { evaluate } from './engine.js';

const router = Router();
const FORMULAS = { net: (x) => x * 0.8, gross: (x) => x * 1.19 };

router.post('/eval', (req, res) => {
  // bad: no-code-injection
  res.json(eval('(' + req.body.formula + ')'));
});

router.post('/vm', (req, res) => {
  const script = new vm.Script('result');
  const context = vm.createContext({ result: req.body.value });
  // ok: no-code-injection -- a constant script over the client's value
  res.json(script.runInContext(context));
});

router.post('/script', (req, res) => {
  // bad: no-code-injection
  const script = new vm.Script(req.body.code);
  res.json(script.runInNewContext());
});

router.post('/engine', (req, res) => {
  // bad-cross: no-code-injection
  res.json(evaluate(req.body.formula, req.body.x));
});

router.post('/formula/:name', (req, res) => {
  const formula = FORMULAS[req.params.name];
  if (!formula) return res.sendStatus(404);
  // ok: no-code-injection -- own functions
  return res.json(formula(Number(req.body.x)));
});

router.get('/plugins/:name', async (req, res) => {
  // bad: no-code-injection
  const plugin = await import(`../plugins/${req.params.name}.js`);
  res.json(plugin.info);
});

export default router;
