// @complete: no-unbounded-page-size
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

export class OpenPageDto {
  // bad-cross: no-unbounded-page-size -- the field that has no upper bound
  // fix: no-unbounded-page-size
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  limit = 20;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  // ok: no-unbounded-page-size -- an offset is not a size
  offset = 0;
}

export class PageDto {
  // ok: no-unbounded-page-size
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 20;
}
