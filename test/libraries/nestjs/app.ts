import {
  All,
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Module,
  Param,
  Post,
  Put,
  UseGuards,
  type CanActivate,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

class AuthGuard implements CanActivate {
  canActivate() {
    return true;
  }
}

@Controller('orders')
@UseGuards(AuthGuard)
class OrdersController {
  @Get()
  list() {
    return [];
  }

  @Post()
  @HttpCode(202)
  create(@Body() body: object) {
    return body;
  }

  @Put(':id')
  replace(@Param('id') id: string) {
    return id;
  }

  @Delete([':id', 'archive/:id'])
  remove() {}
}

@Controller({ path: 'health', version: '1' })
class HealthController {
  @All()
  check() {
    return 'ok';
  }
}

@Module({ controllers: [OrdersController, HealthController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
app.setGlobalPrefix('api');
await app.listen(3000);
