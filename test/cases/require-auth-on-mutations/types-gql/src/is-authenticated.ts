import type { MiddlewareFn } from 'type-graphql';

export const isAuthenticated: MiddlewareFn<{ user?: { id: string } }> = async ({ context }, next) => {
  if (!context.user) throw new Error('not signed in');
  return next();
};
