/** Everything: there is nothing to narrow by. */
export const everyInvitation = {};

export const expired = (now: Date) => ({ expiresAt: { lt: now } });
