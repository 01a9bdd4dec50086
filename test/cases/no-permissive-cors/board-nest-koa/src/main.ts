// @complete: no-permissive-cors
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { options } from './options';

async function bootstrap() {
  // ok: no-permissive-cors
  const app = await NestFactory.create(AppModule, { cors: { origin: 'https://board.example.com', credentials: true } });
  app.enableCors({
    // bad: no-permissive-cors
    origin: (origin: string, callback: (err: Error | null, ok?: boolean) => void) => callback(null, true),
    credentials: true,
  });
  // bad-cross: no-permissive-cors
  app.enableCors(options);
  await app.listen(3000);
}
void bootstrap();
