export async function charge(user: string, cents: number) {
  return { id: crypto.randomUUID(), user, cents };
}
