// @complete: no-prototype-pollution
import express from 'express';
import _ from 'lodash';
import { deepMerge, setPath } from './objects.js';

const router = express.Router();
const settings = { ui: {}, mail: {} };
const KEYS = ['theme', 'language'];

router.patch('/', (req, res) => {
  // bad-cross: no-prototype-pollution
  deepMerge(settings, req.body);
  res.json(settings);
});

router.patch('/lodash', (req, res) => {
  // bad: no-prototype-pollution -- lodash before 4.17.12
  _.merge(settings, req.body);
  res.json(settings);
});

router.put('/path', (req, res) => {
  // bad-cross: no-prototype-pollution
  setPath(settings, req.body.path, req.body.value);
  res.json(settings);
});

router.put('/:section/:key', (req, res) => {
  // bad: no-prototype-pollution
  settings[req.params.section][req.params.key] = req.body.value;
  res.json(settings);
});

router.put('/ui/:key', (req, res) => {
  if (!KEYS.includes(req.params.key)) return res.sendStatus(400);
  // ok: no-prototype-pollution -- a closed list
  settings.ui[req.params.key] = req.body.value;
  return res.json(settings);
});

router.put('/copy', (req, res) => {
  // ok: no-prototype-pollution -- a copy of one level into a fresh object
  res.json({ ...settings, ...req.body });
});

export default router;
