export const ROUNDS = 8;
export const GOOD_ROUNDS = 12;
