export type AppEnv = {
  Bindings: { DB: D1Database; MAIL: Queue<{ booking: string }> };
  Variables: { userId: string };
};
