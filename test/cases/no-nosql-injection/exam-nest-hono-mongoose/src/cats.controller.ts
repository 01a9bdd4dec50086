// @complete: no-nosql-injection
import { Body, Controller, Get, Post, Query, ValidationPipe } from '@nestjs/common';
import { IsString } from 'class-validator';
import { CatsService } from './cats.service';

class NameDto {
  @IsString() name!: string;
}

@Controller('cats')
export class CatsController {
  constructor(private readonly cats: CatsService) {}

  @Post('search')
  search(@Body() body: any) {
    // bad-cross: no-nosql-injection -- the service takes it for a filter
    return this.cats.search(body);
  }

  @Get('named')
  named(@Query(new ValidationPipe({ whitelist: true })) query: NameDto) {
    return this.cats.named(query.name);
  }
}
