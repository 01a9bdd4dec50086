// @complete: require-security-headers, require-error-handler, require-request-id, no-permissive-cors, no-unbounded-body
import express from 'express';
import cors from 'cors';
import multer from 'multer';
import pinoHttp from 'pino-http';
import { randomUUID } from 'node:crypto';
import { harden } from './http/secure.js';
import { onError } from './http/on-error.js';
import { FILES, JSON_LIMIT, UPLOAD_LIMIT } from './config/limits.js';
import { anyOrigin, ours } from './config/cors.js';

// ok-cross: require-security-headers, require-error-handler
// ok: require-request-id
const app = express();
harden(app);
app.use(pinoHttp({ genReqId: (req) => req.headers['x-request-id'] ?? randomUUID() }));
// ok-cross: no-permissive-cors
app.use(cors(ours));
// bad-cross: no-permissive-cors
app.use('/embed', cors(anyOrigin));
// ok-cross: no-unbounded-body
app.use(express.json({ limit: JSON_LIMIT }));
// bad-cross: no-unbounded-body
app.use('/import', express.text({ limit: UPLOAD_LIMIT }));
// ok-cross: no-unbounded-body
const avatars = multer({ dest: 'uploads/', limits: FILES });
// bad: no-unbounded-body
const anything = multer({ dest: 'uploads/' });
app.post('/avatar', avatars.single('file'), (req, res) => res.json({ ok: true }));
app.post('/files', anything.array('files'), (req, res) => res.json({ ok: true }));
app.use(onError);
app.listen(3000);

// bad: require-security-headers, require-error-handler, require-request-id
const internal = express();
internal.use(express.json());
// bad: no-permissive-cors
internal.use(cors({ origin: /platform\.example/, credentials: true }));
internal.get('/jobs', async (req, res) => res.json([]));
internal.listen(3001);
