// @complete: require-secure-cookies
import { Elysia } from 'elysia';
import { issue } from './issue';

export const app = new Elysia()
  .post('/login', async ({ cookie: { session } }) => {
    // bad: require-secure-cookies
    session.set({ value: issue(), maxAge: 900 });
    return 'ok';
  })
  .post('/login2', async ({ cookie: { auth_token } }) => {
    // ok: require-secure-cookies
    auth_token.set({ value: issue(), httpOnly: true, secure: true, sameSite: 'strict', maxAge: 900 });
    return 'ok';
  });
