// @complete: require-refresh-rotation
import { Body, Controller, Post } from '@nestjs/common';
import { AuthService } from './auth.service';

@Controller('auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  // bad-cross: require-refresh-rotation
  @Post('refresh')
  refresh(@Body('refreshToken') refreshToken: string) {
    return this.auth.renew(refreshToken);
  }

  // ok-cross: require-refresh-rotation
  @Post('refresh-once')
  refreshOnce(@Body('refreshToken') refreshToken: string) {
    return this.auth.rotate(refreshToken);
  }
}
