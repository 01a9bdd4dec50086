// @complete: no-open-redirect
import { Controller, Get, Query, Redirect, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ReturnService } from './return.service';

@Controller('auth')
export class AuthController {
  constructor(private readonly returns: ReturnService) {}

  @Get('done')
  done(@Query('to') to: string, @Res() res: Response) {
    // bad: no-open-redirect
    res.redirect(302, to);
  }

  @Get('dynamic')
  @Redirect('/', 302)
  dynamic(@Query('to') to: string) {
    // bad: no-open-redirect -- Nest takes url from what is returned
    return { url: to, statusCode: 302 };
  }

  @Get('location')
  location(@Req() req: Request, @Res() res: Response) {
    const to = req.query.to as string;
    // bad: no-open-redirect
    res.setHeader('Location', to);
    res.status(302).end();
  }

  @Get('service')
  viaService(@Query('to') to: string, @Res() res: Response) {
    // bad-cross: no-open-redirect
    this.returns.send(res, to);
  }

  @Get('checked')
  checked(@Query('to') to: string, @Res() res: Response) {
    // ok-cross: no-open-redirect -- the service picks from its list
    res.redirect(this.returns.pick(to));
  }

  @Get('host')
  host(@Query('to') to: string, @Res() res: Response) {
    const url = new URL(to);
    if (url.hostname !== 'app.example.com') {
      res.status(400).end();
      return;
    }
    // ok: no-open-redirect
    res.redirect(url.toString());
  }
}
