// @complete: require-graceful-shutdown
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({})
class AppModule {}

async function bootstrap(): Promise<void> {
  // bad: require-graceful-shutdown
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
void bootstrap();
