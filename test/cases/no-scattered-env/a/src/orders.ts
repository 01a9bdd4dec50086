// @complete: no-scattered-env
import { spawn } from 'node:child_process';
import { config } from './config/index.js';

export async function pay() {
  // bad: no-scattered-env
  const key = process.env.STRIPE_KEY;
  // bad: no-scattered-env
  const { MAIL_URL } = process.env;
  // bad: no-scattered-env
  const url = process.env['PAY_URL'] ?? '';
  // ok: no-scattered-env
  const isProduction = process.env.NODE_ENV === 'production';
  // ok: no-scattered-env
  const port = config.port;
  // ok: no-scattered-env
  spawn('convert', [], { env: { ...process.env, A: '1' } });
  return { MAIL_URL, isProduction, key, port, url };
}
