// @complete: require-security-headers, no-permissive-cors, no-unbounded-body
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { json } from 'body-parser';
import { AppModule } from './app.module.js';
import { ours } from './config/cors.js';

async function bootstrap() {
  // ok: require-security-headers
  const app = await NestFactory.create<NestExpressApplication>(AppModule, { bodyParser: false });
  app.use(helmet());
  // ok: no-unbounded-body
  app.use(json({ limit: '2mb' }));
  // ok-cross: no-permissive-cors
  app.enableCors(ours);
  await app.listen(3000);
}

async function admin() {
  // bad: require-security-headers
  const app = await NestFactory.create<NestExpressApplication>(AppModule);
  // bad: no-unbounded-body
  app.useBodyParser('json', { limit: '100mb' });
  // bad: no-permissive-cors
  app.enableCors({ origin: true, credentials: true });
  await app.listen(3001);
}

async function emitSchema() {
  // ok: require-security-headers -- never listens
  const app = await NestFactory.create(AppModule);
  await app.init();
  await app.close();
}

async function worker() {
  // ok: require-security-headers -- no HTTP
  await NestFactory.createApplicationContext(AppModule);
}

await Promise.all([bootstrap(), admin(), emitSchema(), worker()]);
