import { auth } from '../auth';

export async function requireUser() {
  const session = await auth();
  if (!session?.user) throw new Response('Unauthorized', { status: 401 });
  return session.user;
}

export const withUser = (handler: (req: Request) => Promise<Response>) => async (req: Request) => {
  const session = await auth();
  if (!session?.user) return new Response('Unauthorized', { status: 401 });
  return handler(req);
};
