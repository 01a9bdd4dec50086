import { IsEmail, IsString } from 'class-validator';

export class CreateContactDto {
  @IsString()
  name!: string;

  @IsEmail()
  email!: string;
}

export class BareDto {
  name!: string;
  email!: string;
}

export interface ContactShape {
  name: string;
}
