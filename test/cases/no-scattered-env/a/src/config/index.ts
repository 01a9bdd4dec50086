// ok: no-scattered-env
export const config = { port: Number(process.env.PORT), key: process.env.API_KEY };
