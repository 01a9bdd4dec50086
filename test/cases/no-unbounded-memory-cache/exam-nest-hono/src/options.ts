export const CACHE_OPTIONS = { max: 500, ttl: 60_000 };
export const NO_BOUNDS = { updateAgeOnGet: true };
