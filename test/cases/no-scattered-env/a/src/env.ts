// ok: no-scattered-env
export const env = process.env;
