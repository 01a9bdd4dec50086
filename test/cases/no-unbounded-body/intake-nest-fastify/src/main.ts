// @complete: no-unbounded-body
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module';

async function bootstrap() {
  const app = await NestFactory.create<NestExpressApplication>(AppModule);
  // bad: no-unbounded-body
  app.useBodyParser('json', { limit: '200mb' });
  // ok: no-unbounded-body
  app.useBodyParser('text', { limit: '100kb' });
  await app.listen(3000);
}
void bootstrap();
