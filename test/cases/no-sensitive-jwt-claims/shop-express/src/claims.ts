export const claimsOf = (user: { id: string; passwordHash: string; role: string }) => ({ sub: user.id, hash: user.passwordHash });
export const safeClaims = (user: { id: string; role: string }) => ({ sub: user.id, role: user.role });
