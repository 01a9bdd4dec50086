import { IsIn, IsString } from 'class-validator';

export class ConvertDto {
  @IsString()
  source!: string;

  @IsIn(['png', 'jpg', 'webp'])
  format!: string;
}
