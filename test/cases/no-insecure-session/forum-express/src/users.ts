declare module 'express-session' {
  interface SessionData {
    userId: string | null;
    cart: string[];
  }
}
export async function findUser(email: string): Promise<{ id: string; passwordHash: string } | null> {
  return email === '' ? null : { id: '1', passwordHash: '' };
}
