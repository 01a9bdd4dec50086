import { RedisStore } from 'connect-redis';
import { createClient } from 'redis';

export const sessionOptions = {
  store: new RedisStore({ client: createClient({ url: process.env.REDIS_URL }) }),
  name: 'forum',
  secret: process.env.SESSION_SECRET!,
  resave: false,
  saveUninitialized: false,
  cookie: { httpOnly: true, secure: true, sameSite: 'lax' as const, maxAge: 3_600_000 },
};
