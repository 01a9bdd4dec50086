// @complete: require-api-version
import express from 'express';
import { current } from './current.js';
import { old } from './old.js';

const app = express();
app.use('/api/v1', current);
app.use('/api', old);
// bad: require-api-version
app.post('/pallets', (req, res) => void res.sendStatus(201));
// ok: require-api-version
app.get('/v2/pallets', (req, res) => void res.json([]));
// ok: require-api-version
app.get('/health', (req, res) => void res.sendStatus(204));
// ok: require-api-version
app.post('/webhooks/stripe', (req, res) => void res.sendStatus(204));
app.listen(3000);
