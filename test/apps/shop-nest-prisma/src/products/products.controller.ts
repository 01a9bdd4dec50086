// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ProductsService } from './products.service';

export class PageDto {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) page: number = 1;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) size: number = 24;
}

export class SearchDto {
  @IsString() @MaxLength(80) q: string;
}

export class SortDto {
  @IsOptional() @IsString() @MaxLength(40) sort: string = 'sold DESC';
}

@Controller('products')
export class ProductsController {
  constructor(private readonly products: ProductsService) {}

  @Get()
  all() {
    return this.products.all();
  }

  @Get('pages')
  page(@Query() query: PageDto) {
    return this.products.page(query.page, query.size);
  }

  @Get('search')
  search(@Query() query: SearchDto) {
    return this.products.search(query.q);
  }

  @Get('bestsellers')
  bestsellers(@Query() query: SortDto) {
    return this.products.bestsellers(query.sort);
  }

  @Get(':id')
  one(@Param('id', ParseUUIDPipe) id: string) {
    return this.products.one(id);
  }
}
