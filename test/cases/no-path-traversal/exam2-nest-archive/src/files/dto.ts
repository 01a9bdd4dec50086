import { IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

export class ReadFileDto {
  @IsString()
  @MaxLength(255)
  path: string;

  @IsUUID()
  id: string;

  @Matches(/^[\w-]+\.pdf$/)
  report: string;

  @IsIn(['inbox', 'archive'])
  folder: string;
}
