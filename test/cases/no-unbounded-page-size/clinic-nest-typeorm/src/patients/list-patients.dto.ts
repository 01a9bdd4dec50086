import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

export class ListPatientsDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  page = 1;

  // bad: no-unbounded-page-size
  // fix: no-unbounded-page-size
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  limit = 20;
}

export class ListDoctorsDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  offset = 0;

  // ok: no-unbounded-page-size
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 20;
}

export class PageDto<T> {
  readonly data!: T[];

  @IsInt()
  readonly page!: number;

  // ok: no-unbounded-page-size
  @IsInt()
  readonly limit!: number;
}
