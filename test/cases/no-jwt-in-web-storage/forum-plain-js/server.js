// @complete: no-jwt-in-web-storage
const express = require('express');
const cookieParser = require('cookie-parser');
const jwt = require('jsonwebtoken');

const app = express();
app.use(cookieParser());
app.use(express.static('public'));

app.post('/login', express.json(), (req, res) => {
  const token = jwt.sign({ sub: req.body.email }, process.env.JWT_SECRET, { expiresIn: '15m' });
  // ok: no-jwt-in-web-storage -- the server's httpOnly cookie
  res.cookie('access_token', token, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 900_000 });
  res.json({ name: req.body.email });
});

app.get('/me', (req, res) => {
  // ok: no-jwt-in-web-storage
  const token = req.cookies.access_token;
  res.json(jwt.verify(token, process.env.JWT_SECRET, { algorithms: ['HS256'] }));
});

app.listen(process.env.PORT ?? 3000);
