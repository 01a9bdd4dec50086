import { IsString } from 'class-validator';

export class CreateTaskDto {
  @IsString()
  title!: string;
}

export interface TaskPatch {
  title: string;
  ownerId: number;
}
