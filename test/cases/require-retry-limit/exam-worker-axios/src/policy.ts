export const POLICY = { retries: 4, factor: 2, minTimeout: 500 };
export const FOREVER = { forever: true, minTimeout: 500 };
