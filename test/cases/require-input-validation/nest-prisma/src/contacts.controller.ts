// @complete: require-input-validation
import { Body, Controller, Post, UsePipes } from '@nestjs/common';
import { z } from 'zod';
import { BareDto, CreateContactDto, type ContactShape } from './contact.dto';
import { ContactsService } from './contacts.service';
import { ZodPipe } from './zod.pipe';

const Contact = z.object({ name: z.string() });

@Controller('contacts')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  // ok-cross: require-input-validation
  @Post()
  create(@Body() dto: CreateContactDto) {
    return this.contacts.create(dto.name, dto.email);
  }

  // bad-cross: require-input-validation
  @Post('bare')
  createBare(@Body() dto: BareDto) {
    return this.contacts.create(dto.name, dto.email);
  }

  // bad-cross: require-input-validation
  @Post('shape')
  createShape(@Body() body: ContactShape) {
    return this.contacts.create(body.name, null);
  }

  // ok: require-input-validation
  @Post('piped')
  createPiped(@Body(new ZodPipe(Contact)) body: z.infer<typeof Contact>) {
    return this.contacts.create(body.name, null);
  }

  // ok: require-input-validation
  @Post('used')
  @UsePipes(new ZodPipe(Contact))
  createUsed(@Body() body: z.infer<typeof Contact>) {
    return this.contacts.create(body.name, null);
  }
}
