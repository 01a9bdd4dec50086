// @complete: prefer-domain-errors
export class UserGoneError extends Error {}

export async function find(id: string): Promise<{ id: string }> {
  // bad-cross: prefer-domain-errors
  if (!id) throw new Error('User not found');
  // ok: prefer-domain-errors
  if (id === 'gone') throw new UserGoneError('User is gone');
  // ok: prefer-domain-errors -- nobody decides on it
  if (id === 'x') throw new Error('Unreachable state');
  return { id };
}
