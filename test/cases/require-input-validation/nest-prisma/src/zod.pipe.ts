import { PipeTransform } from '@nestjs/common';
import type { ZodSchema } from 'zod';

export class ZodPipe implements PipeTransform {
  constructor(private readonly schema: ZodSchema) {}

  transform(value: unknown) {
    return this.schema.parse(value);
  }
}
