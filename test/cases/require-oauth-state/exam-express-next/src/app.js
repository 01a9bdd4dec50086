// @complete: require-oauth-state
'use strict';
const crypto = require('node:crypto');
const express = require('express');
const session = require('express-session');
const { OAuth2Client } = require('google-auth-library');

const app = express();
app.use(session({ name: 'oa', secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }));
const google = new OAuth2Client(process.env.GOOGLE_ID, process.env.GOOGLE_SECRET, 'https://oa.example/cb');

app.get('/connect/google', (req, res) => {
  // bad: require-oauth-state
  res.redirect(google.generateAuthUrl({ access_type: 'offline', scope: ['email'] }));
});

app.get('/connect/google/user', (req, res) => {
  // bad: require-oauth-state
  res.redirect(google.generateAuthUrl({ access_type: 'offline', scope: ['email'], state: req.user.id }));
});

app.get('/connect/google/fixed', (req, res) => {
  // bad: require-oauth-state
  res.redirect(google.generateAuthUrl({ scope: ['email'], state: 'google' }));
});

app.get('/connect/google/json', (req, res) => {
  const state = Buffer.from(JSON.stringify({ orgId: req.query.orgId, userId: req.user.id })).toString('base64');
  // bad: require-oauth-state
  res.redirect(google.generateAuthUrl({ scope: ['email'], state }));
});

app.get('/connect/google/safe', (req, res) => {
  req.session.state = crypto.randomBytes(16).toString('hex');
  // ok: require-oauth-state
  res.redirect(google.generateAuthUrl({ scope: ['email'], state: req.session.state }));
});

app.get('/connect/discord', (req, res) => {
  const query = new URLSearchParams();
  // bad: require-oauth-state
  query.append('client_id', process.env.DISCORD_ID);
  query.append('response_type', 'code');
  query.append('redirect_uri', 'https://oa.example/discord');
  res.redirect(`https://discord.com/oauth2/authorize?${query.toString()}`);
});

app.get('/connect/notion', (req, res) => {
  const state = crypto.randomUUID();
  req.session.notion = state;
  // ok: require-oauth-state
  res.redirect(`https://api.notion.com/v1/oauth/authorize?client_id=${process.env.NOTION_ID}&response_type=code&redirect_uri=https://oa.example/notion&state=${state}`);
});

app.get('/connect/notion/workspace', (req, res) => {
  // bad: require-oauth-state
  res.redirect(`https://api.notion.com/v1/oauth/authorize?client_id=${process.env.NOTION_ID}&response_type=code&redirect_uri=https://oa.example/notion&state=${req.query.workspaceId}`);
});

// ok: require-oauth-state -- the exchange of the code, no authorization request
app.get('/cb', async (req, res) => {
  const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: process.env.GOOGLE_ID, client_secret: process.env.GOOGLE_SECRET, code: String(req.query.code), redirect_uri: 'https://oa.example/cb' });
  const answer = await fetch('https://oauth2.googleapis.com/token', { method: 'POST', body, signal: AbortSignal.timeout(5000) });
  res.json(await answer.json());
});

module.exports = app;
