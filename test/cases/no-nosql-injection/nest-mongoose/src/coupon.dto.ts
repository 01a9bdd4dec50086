import { IsString } from 'class-validator';

export class RedeemDto {
  @IsString()
  code!: string;
}
