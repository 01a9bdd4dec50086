export const CDN = { 'Cache-Control': 'public, s-maxage=300, stale-while-revalidate=600' };
export const PRIVATE = { 'Cache-Control': 'private, no-store' };
