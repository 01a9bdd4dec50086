// @complete: no-permissive-cors
const express = require('express');
const session = require('express-session');
const cors = require('cors');
const { strict, echo, loose } = require('./cors-options');

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET, cookie: { sameSite: 'none', secure: true } }));
// bad: no-permissive-cors
app.use(cors());
// ok: no-permissive-cors
app.get('/feed.xml', cors(), (req, res) => res.send('<rss/>'));
// ok-cross: no-permissive-cors
app.use('/api', cors(strict));
app.use('/echo', cors(echo));
app.use('/loose', cors(loose));

// bad: no-permissive-cors
app.use('/partners', cors({ origin: true, credentials: true }));
app.use(
  '/widgets',
  cors({
    // bad: no-permissive-cors
    origin: '*',
    credentials: true,
  }),
);
app.use(
  '/branches',
  cors({
    origin: [
      // ok: no-permissive-cors
      /^https:\/\/[a-z]+\.crm\.example\.com$/,
      // bad: no-permissive-cors
      /crm\.example\.com/,
      // bad: no-permissive-cors
      /^https:\/\/www.crm.example.com$/,
      // bad: no-permissive-cors
      'null',
      'https://crm.example.com',
    ],
    credentials: true,
  }),
);

app.use('/raw', (req, res, next) => {
  // bad: no-permissive-cors
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
});
const allowed = new Set(['https://crm.example.com']);
app.use('/listed', (req, res, next) => {
  // ok: no-permissive-cors
  if (allowed.has(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
});
app.listen(3000);
