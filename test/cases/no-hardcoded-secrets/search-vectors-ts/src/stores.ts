// @complete: no-hardcoded-secrets
import { S3Client } from '@aws-sdk/client-s3';
import { Redis as UpstashRedis } from '@upstash/redis';
import { Redis } from 'ioredis';

export const r2 = new S3Client({
  region: 'auto',
  endpoint: 'https://4d1c7b9e2a4658b3c7d8e9f0a1b2c30f.r2.cloudflarestorage.com',
  credentials: {
    // bad: no-hardcoded-secrets
    accessKeyId: '6b1f0e9d8c7a45362819f0a7b6c5d4e3',
    // bad: no-hardcoded-secrets
    // fix: no-hardcoded-secrets
    secretAccessKey: 'c0ffa1e9d27b46583f1e0d9c8b7a69584736251403f2e1d0c9b8a79685746352',
  },
});

// ok: no-hardcoded-secrets
export const s3 = new S3Client({
  credentials: { accessKeyId: process.env.S3_ACCESS_KEY_ID!, secretAccessKey: process.env.S3_SECRET_ACCESS_KEY! },
});

export const upstash = new UpstashRedis({
  url: 'https://eu1-warm-newt-33211.upstash.io',
  // bad: no-hardcoded-secrets
  // fix: no-hardcoded-secrets
  token: 'AYG7ASQgNzk1ZjE0ZGItMjk3Zi00ZjA4',
});

// ok: no-hardcoded-secrets
export const upstashEnv = UpstashRedis.fromEnv();

// bad: no-hardcoded-secrets
// fix: no-hardcoded-secrets
export const cache = new Redis('rediss://default:Bramble-Kite-70@eu-cache.example.net:6380');

// bad: no-hardcoded-secrets
export const queue = new Redis({ host: process.env.REDIS_HOST, password: 'Shale-Tern-12', maxRetriesPerRequest: null });

// ok: no-hardcoded-secrets
export const pubsub = new Redis(process.env.REDIS_URL!);
