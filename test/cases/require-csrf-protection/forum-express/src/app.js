const express = require('express');
const session = require('express-session');
const { csrf } = require('./csrf');
const { requireUser } = require('./guards');
const posts = require('./posts');
const safe = require('./safe');

const app = express();
app.use('/hooks', require('./hooks'));
app.use(express.json());
app.use(express.urlencoded({ extended: false }));
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }));
app.use('/posts', requireUser, posts);
app.use('/safe', csrf, requireUser, safe);
app.listen(3000);

const api = express();
api.use(express.json());
api.use(session({ secret: process.env.SESSION_SECRET, cookie: { sameSite: 'lax' } }));
// ok: require-csrf-protection
api.post('/votes', requireUser, (req, res) => res.sendStatus(204));
api.listen(3001);

const json = express();
json.use(express.json());
json.use(session({ secret: process.env.SESSION_SECRET }));
// ok: require-csrf-protection
json.post('/comments', requireUser, (req, res) => res.status(201).json({ text: req.body.text }));
// bad: require-csrf-protection
json.post('/comments/:id/like', requireUser, (req, res) => res.sendStatus(204));
json.listen(3002);
