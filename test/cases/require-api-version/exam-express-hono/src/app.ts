// @complete: require-api-version, require-request-id
import express from 'express';
import { randomUUID } from 'node:crypto';
import { parcels } from './routes/parcels.js';
import { requestId } from './request-id.js';

// ok-cross: require-request-id
const app = express();
app.use(requestId);
app.use('/api/v1/parcels', parcels);
// ok: require-api-version -- a probe
app.get('/health', (req, res) => res.send('ok'));
app.listen(3000);

// ok: require-request-id
const second = express();
second.use((req, res, next) => {
  res.locals.requestId = req.get('X-Request-Id') ?? randomUUID();
  res.set('X-Request-Id', res.locals.requestId);
  next();
});
second.get('/v2/labels', (req, res) => res.json([]));
second.listen(3001);
