import { IsInt, Max, Min } from 'class-validator';

export class PageDto {
  @IsInt() @Min(1) page = 1;
  @IsInt() @Min(1) @Max(100) size = 20;
}
