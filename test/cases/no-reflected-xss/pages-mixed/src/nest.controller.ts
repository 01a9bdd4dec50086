// @complete: no-reflected-xss
import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import escapeHtml from 'escape-html';
import { page } from './page';

@Controller()
export class PagesController {
  @Get('hello')
  @Header('content-type', 'text/html')
  hello(@Query('name') name: string) {
    // bad: no-reflected-xss
    return `<h1>Hello ${name}</h1>`;
  }

  @Get('escaped')
  escaped(@Query('name') name: string) {
    // ok: no-reflected-xss -- escaped
    return `<h1>Hello ${escapeHtml(name)}</h1>`;
  }

  @Get('json')
  json(@Query('name') name: string) {
    // ok: no-reflected-xss -- an object is sent as JSON
    return { name };
  }

  @Get('page')
  render(@Query('title') title: string, @Res() res: Response) {
    // bad: no-reflected-xss -- put together by a helper
    res.send(page(title));
  }
}
