// @complete: no-shared-secret-jwt
const express = require('express');
const jwt = require('jsonwebtoken');
const { expressjwt } = require('express-jwt');

const app = express();
app.use(express.json());

app.post('/token', (req, res) => {
  // bad-cross: no-shared-secret-jwt -- HS256 is the default of a string secret
  // fix: no-shared-secret-jwt
  const token = jwt.sign({ sub: req.body.userId }, process.env.JWT_SECRET, { expiresIn: '15m' });
  // bad-cross: no-shared-secret-jwt -- said in so many words
  // fix: no-shared-secret-jwt
  const refresh = jwt.sign({ sub: req.body.userId }, process.env.JWT_SECRET, { algorithm: 'HS512', expiresIn: '7d' });
  res.json({ token, refresh });
});

app.post('/token/es', (req, res) => {
  // ok: no-shared-secret-jwt -- only this service can sign
  const token = jwt.sign({ sub: req.body.userId }, process.env.JWT_PRIVATE_KEY, { algorithm: 'ES256', expiresIn: '15m', keyid: 'k1' });
  res.json({ token });
});

app.post('/device', (req, res) => {
  // ok-cross: no-shared-secret-jwt -- nobody else holds DEVICE_SECRET
  const token = jwt.sign({ device: req.body.device }, process.env.DEVICE_SECRET, { algorithm: 'HS256', expiresIn: '5m' });
  res.json({ token });
});

// bad-cross: no-shared-secret-jwt
app.get('/me', expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }), (req, res) => {
  res.json({ id: req.auth.sub });
});

app.get('/introspect', (req, res) => {
  // ok-cross: no-shared-secret-jwt -- a verify that names no algorithm is another rule's
  res.json(jwt.verify(req.query.token, process.env.JWT_SECRET));
});

app.listen(3000);
