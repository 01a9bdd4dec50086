export async function findUser(email: string): Promise<{ id: string; hash: string } | null> {
  return email ? { id: '1', hash: process.env.HASH! } : null;
}
