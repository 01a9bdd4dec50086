// @complete: require-oauth-state
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { randomBytes, randomUUID } from 'node:crypto';
import { google } from 'googleapis';
import { AuthorizationCode } from 'simple-oauth2';
import { AUTHORIZE, googleScopes } from './urls';
import { newState } from './state';

const app = new Hono();
const oauth = new google.auth.OAuth2(process.env.GOOGLE_ID, process.env.GOOGLE_SECRET, 'https://connect.example/cb');
const code = new AuthorizationCode({ client: { id: process.env.ID!, secret: process.env.SECRET! }, auth: { tokenHost: 'https://id.example' } });

app.get('/google', (c) => {
  // bad: require-oauth-state
  const url = oauth.generateAuthUrl({ access_type: 'offline', scope: googleScopes });
  return c.redirect(url);
});

app.get('/google/safe', (c) => {
  const state = randomUUID();
  setCookie(c, 'oauth_state', state, { httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 600 });
  // ok: require-oauth-state
  const url = oauth.generateAuthUrl({ access_type: 'offline', scope: googleScopes, state });
  return c.redirect(url);
});

app.get('/google/workspace/:workspaceId', (c) => {
  // bad: require-oauth-state -- anybody knows the workspace's id
  const url = oauth.generateAuthUrl({ scope: googleScopes, state: c.req.param('workspaceId') });
  return c.redirect(url);
});

app.get('/slack', (c) => {
  // bad: require-oauth-state
  const params = new URLSearchParams({ client_id: process.env.SLACK_ID!, scope: 'chat:write', redirect_uri: 'https://connect.example/slack' });
  return c.redirect(`${AUTHORIZE}?${params}`);
});

app.get('/slack/safe', (c) => {
  const state = randomBytes(16).toString('hex');
  setCookie(c, 'slack_state', state, { httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 600 });
  // ok: require-oauth-state
  const params = new URLSearchParams({ client_id: process.env.SLACK_ID!, scope: 'chat:write', redirect_uri: 'https://connect.example/slack', state });
  return c.redirect(`${AUTHORIZE}?${params}`);
});

app.get('/github', (c) => {
  // bad: require-oauth-state
  return c.redirect(`https://github.com/login/oauth/authorize?client_id=${process.env.GITHUB_ID}&scope=repo&redirect_uri=https://connect.example/gh`);
});

app.get('/github/url', (c) => {
  const url = new URL('https://github.com/login/oauth/authorize');
  // bad: require-oauth-state
  url.searchParams.set('client_id', process.env.GITHUB_ID!);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('redirect_uri', 'https://connect.example/gh');
  return c.redirect(url.toString());
});

app.get('/github/url/safe', (c) => {
  // ok-cross: require-oauth-state
  const url = new URL('https://github.com/login/oauth/authorize');
  url.searchParams.set('client_id', process.env.GITHUB_ID!);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('redirect_uri', 'https://connect.example/gh');
  url.searchParams.set('state', newState(c));
  return c.redirect(url.toString());
});

app.get('/id', (c) => {
  // bad: require-oauth-state
  return c.redirect(code.authorizeURL({ redirect_uri: 'https://connect.example/id', scope: 'profile' }));
});

app.get('/id/safe', (c) => {
  // ok-cross: require-oauth-state
  return c.redirect(code.authorizeURL({ redirect_uri: 'https://connect.example/id', scope: 'profile', state: newState(c) }));
});

export default app;
