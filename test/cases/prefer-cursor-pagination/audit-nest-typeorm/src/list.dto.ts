import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

export class ListQuery {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  page = 1;

  @Type(() => Number)
  @IsInt()
  @Max(100)
  limit = 20;
}

export class FeedQuery {
  @IsOptional()
  @IsUUID()
  after?: string;
}
