import { Elysia } from 'elysia';

export const auth = new Elysia({ name: 'auth' }).onBeforeHandle({ as: 'global' }, ({ headers, status }) => {
  if (!headers.authorization) return status(401);
});
export const quiet = new Elysia({ name: 'quiet' }).onBeforeHandle(({ headers, status }) => {
  if (!headers.authorization) return status(401);
});
