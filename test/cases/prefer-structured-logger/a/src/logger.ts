import pino from 'pino';
export const logger = pino();
if (!process.stdout.isTTY) {
  // ok: prefer-structured-logger
  console.error('not a terminal');
}
