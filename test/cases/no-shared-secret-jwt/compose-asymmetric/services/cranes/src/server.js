// @complete: no-shared-secret-jwt
import express from 'express';
import { expressjwt } from 'express-jwt';
import { importSPKI, jwtVerify } from 'jose';

const app = express();

// ok: no-shared-secret-jwt
app.use('/cranes', expressjwt({ secret: process.env.JWT_PUBLIC_KEY, algorithms: ['RS256'] }));

app.get('/socket-ticket', async (req, res) => {
  const key = await importSPKI(process.env.JWT_PUBLIC_KEY, 'RS256');
  // ok: no-shared-secret-jwt
  const { payload } = await jwtVerify(req.query.ticket, key, { algorithms: ['RS256'] });
  res.json(payload);
});

app.listen(3000);
