import { Body, Controller, Post } from '@nestjs/common';

interface Item {
  name: string;
}

@Controller('items')
export class Items {
  @Post()
  // bad: no-any-at-boundary
  create(@Body() body: any) {
    return body;
  }

  @Post('typed')
  // ok: no-any-at-boundary
  typed(@Body() body: Item) {
    return body;
  }
}
