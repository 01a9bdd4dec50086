// @complete: no-secrets-in-logs
const { Hono } = require('hono');
const { plain, masked } = require('./winston');
const oauth = require('./oauth');

const app = new Hono();

app.get('/callback', async (c) => {
  const tokens = await oauth.exchangeCodeForTokens(c.req.query('code'));
  // bad: no-secrets-in-logs
  plain.info('oauth', tokens);
  // ok-cross: no-secrets-in-logs
  masked.info('oauth', { tokens });
  // bad: no-secrets-in-logs
  plain.info(`auth header ${c.req.header('authorization')}`);
  // ok: no-secrets-in-logs
  plain.info(`agent ${c.req.header('user-agent')}`);
  // ok: no-secrets-in-logs
  plain.info('tokens used', { inputTokens: 120, tokenCount: 4 });
  // ok: no-secrets-in-logs
  plain.info('page', { nextPageToken: c.req.query('pageToken') });
  return c.json({});
});

app.post('/sign-up', async (c) => {
  const body = await c.req.json();
  // bad: no-secrets-in-logs
  plain.info('sign up', body);
  // ok: no-secrets-in-logs
  plain.info('sign up', { email: body.email });
  return c.body(null, 204);
});

function parse(tokens) {
  for (const token of tokens) {
    // ok: no-secrets-in-logs
    if (token.type !== 'word') throw new Error(`Unexpected token ${token}`);
  }
}

module.exports = { app, parse };
