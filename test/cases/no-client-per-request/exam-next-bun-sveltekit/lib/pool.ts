// @complete: no-client-per-request
import pg from 'pg';

// bad-cross: no-client-per-request -- a route's handler calls it each time
export const openPool = () => new pg.Pool({ max: 5 });
