// @complete: require-input-validation
import { Body, Controller, Get, Param, ParseIntPipe, Post, Put, Query, UsePipes } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { IsString, MaxLength } from 'class-validator';
import { z, type ZodTypeAny } from 'zod';
import { ItemsService } from './items.service';

export class CreateItemDto {
  @IsString()
  @MaxLength(80)
  name: string;
}

interface ItemShape {
  name: string;
}

class ZodPipe implements PipeTransform {
  constructor(private readonly schema: ZodTypeAny) {}

  transform(value: unknown, _metadata: ArgumentMetadata) {
    return this.schema.parse(value);
  }
}

@Controller('items')
export class ItemsController {
  constructor(private readonly items: ItemsService) {}

  @Post()
  create(@Body() dto: CreateItemDto) {
    // ok-cross: require-input-validation -- a DTO with the global ValidationPipe
    return this.items.create(dto);
  }

  @Post('shape')
  shape(@Body() shape: ItemShape) {
    // bad-cross: require-input-validation -- an interface is gone at run time
    return this.items.create(shape);
  }

  @Post('any')
  any(@Body() body: any) {
    // bad-cross: require-input-validation
    return this.items.create({ name: body.name });
  }

  @Post('zod')
  zod(@Body(new ZodPipe(z.object({ name: z.string() }))) body: ItemShape) {
    // ok: require-input-validation -- a pipe that parses
    return this.items.create(body);
  }

  @Put('pipes')
  @UsePipes(new ZodPipe(z.object({ name: z.string() })))
  pipes(@Body() body: ItemShape) {
    // ok: require-input-validation
    return this.items.create(body);
  }

  @Get(':id')
  one(@Param('id', ParseIntPipe) id: number, @Query('search') search: string) {
    void id;
    // ok: require-input-validation -- a lookup by a text finds it or does not
    return this.items.list(search);
  }
}
