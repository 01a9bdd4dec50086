// @complete: no-prototype-pollution
import { Hono } from 'hono';
import { zValidator } from '@hono/zod-validator';
import _, { merge, defaultsDeep } from 'lodash';
import set from 'lodash.set';
import deepmerge from 'deepmerge';
import mergeDeep from 'merge-deep';
import { z } from 'zod';
import { deepMerge, getPath, safeMerge, setPath } from './merge';

const store: Record<string, Record<string, unknown>> = {};
const byUser = new Map<string, Record<string, unknown>>();
const defaults = { theme: 'light', mail: { weekly: true } };
const Prefs = z.object({ theme: z.enum(['light', 'dark']), mail: z.object({ weekly: z.boolean() }) });
const app = new Hono();

app.patch('/prefs', async (c) => {
  const body = await c.req.json();
  // bad: no-prototype-pollution
  const a = merge({}, defaults, body);
  // bad: no-prototype-pollution
  const b = _.defaultsDeep({}, body.extra, defaults);
  // bad: no-prototype-pollution
  defaultsDeep(defaults, body.mail);
  // bad-cross: no-prototype-pollution
  const d = deepMerge({ ...defaults }, body);
  // ok-cross: no-prototype-pollution -- the keys are refused
  const e = safeMerge({ ...defaults }, body);
  // ok: no-prototype-pollution -- one level, own properties
  const f = { ...defaults, ...body };
  // ok: no-prototype-pollution -- shallow
  const g = Object.assign({}, defaults, body);
  return c.json({ a, b, d, e, f, g });
});

app.patch('/prefs/typed', zValidator('json', Prefs), async (c) => {
  const body = c.req.valid('json');
  // ok: no-prototype-pollution -- a closed schema
  return c.json(merge({}, defaults, body));
});

app.put('/prefs/:path', async (c) => {
  const path = c.req.param('path');
  const { value } = await c.req.json();
  // bad: no-prototype-pollution
  _.set(store, path, value);
  // bad: no-prototype-pollution
  set(store, `user.${path}`, value);
  // bad: no-prototype-pollution
  mergeDeep(store, value);
  // ok: no-prototype-pollution -- deepmerge copies, and skips unsafe keys
  deepmerge(store, value);
  // bad-cross: no-prototype-pollution
  setPath(store, path, value);
  // ok: no-prototype-pollution -- reads
  _.get(store, path);
  // ok-cross: no-prototype-pollution -- reads
  getPath(store, path);
  // ok: no-prototype-pollution -- a fixed path
  _.set(store, 'user.theme', value);
  if (/__proto__|constructor|prototype/.test(path)) return c.text('no', 400);
  // ok: no-prototype-pollution -- refused before
  _.set(store, path, value);
  return c.body(null, 204);
});

app.put('/users/:user/:key', async (c) => {
  const { user, key } = c.req.param();
  const { value } = await c.req.json();
  // bad: no-prototype-pollution -- store['__proto__'][key] = value
  store[user][key] = value;
  // ok: no-prototype-pollution -- a Map's key
  byUser.set(user, { [key]: value });
  if (!['theme', 'lang'].includes(key)) return c.text('key', 400);
  const mine = byUser.get(user) ?? {};
  // ok: no-prototype-pollution -- closed list
  mine[key] = value;
  const bare: Record<string, unknown> = Object.create(null);
  // ok: no-prototype-pollution -- no prototype to reach
  bare[user] = value;
  return c.json(mine);
});

app.post('/import', async (c) => {
  const entries = (await c.req.json()) as { group: string; name: string; value: string }[];
  const result: Record<string, Record<string, string>> = {};
  for (const { group, name, value } of entries) {
    result[group] ??= {};
    // bad: no-prototype-pollution
    result[group][name] = value;
  }
  // ok: no-prototype-pollution -- fromEntries defines own properties
  const flat = Object.fromEntries(entries.map((entry) => [entry.name, entry.value]));
  return c.json({ result, flat });
});

export default app;
