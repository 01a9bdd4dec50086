// @complete: require-oauth-state
import Fastify from 'fastify';
import { generators, Issuer } from 'openid-client';
import { generateCodeVerifier, generateState, GitHub, Google } from 'arctic';

export const app = Fastify();
const issuer = await Issuer.discover('https://id.example');
const client = new issuer.Client({ client_id: process.env.ID!, client_secret: process.env.SECRET });
const google = new Google(process.env.GOOGLE_ID!, process.env.GOOGLE_SECRET!, 'https://connect.example/cb');
const github = new GitHub(process.env.GITHUB_ID!, process.env.GITHUB_SECRET!, null);

app.get('/oidc', async (_request, reply) => {
  // bad: require-oauth-state
  return reply.redirect(client.authorizationUrl({ scope: 'openid email' }));
});

app.get('/oidc/safe', async (_request, reply) => {
  const verifier = generators.codeVerifier();
  reply.setCookie('verifier', verifier, { httpOnly: true, secure: true, sameSite: 'lax' });
  // ok: require-oauth-state
  return reply.redirect(client.authorizationUrl({ scope: 'openid email', code_challenge: generators.codeChallenge(verifier), code_challenge_method: 'S256' }));
});

app.get('/arctic', async (_request, reply) => {
  const state = generateState();
  const verifier = generateCodeVerifier();
  reply.setCookie('state', state, { httpOnly: true, secure: true, sameSite: 'lax' });
  // ok: require-oauth-state
  return reply.redirect(google.createAuthorizationURL(state, verifier, ['openid']).toString());
});

app.get<{ Params: { userId: string } }>('/arctic/:userId', async (request, reply) => {
  // bad: require-oauth-state
  return reply.redirect(github.createAuthorizationURL(request.params.userId, ['user:email']).toString());
});
