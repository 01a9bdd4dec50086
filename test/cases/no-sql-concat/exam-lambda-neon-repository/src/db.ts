import { Pool } from '@neondatabase/serverless';

export const pool = new Pool({ connectionString: process.env.NEON_URL });
