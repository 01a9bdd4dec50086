import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Module } from '@nestjs/common';
import { PeopleController } from './people.controller';
import { PeopleService } from './people.service';

@Module({ controllers: [PeopleController], providers: [PeopleService] })
class AppModule {}

NestFactory.create(AppModule).then((app) => {
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }));
  return app.listen(3000);
});
