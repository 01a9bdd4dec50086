// @complete: require-rate-limit
import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { SkipThrottle, ThrottlerGuard } from '@nestjs/throttler';

@Controller('auth')
export class AuthController {
  // bad: require-rate-limit
  @Post('login')
  login(@Body() body: { email: string }) {
    return body;
  }

  // ok: require-rate-limit
  @UseGuards(ThrottlerGuard)
  @Post('register')
  register(@Body() body: { email: string }) {
    return body;
  }

  // bad: require-rate-limit
  @Post('refresh')
  refresh() {
    return {};
  }
}

@UseGuards(ThrottlerGuard)
@Controller('members')
export class MembersController {
  // ok: require-rate-limit
  @Post('login')
  login() {
    return {};
  }
}

@UseGuards(ThrottlerGuard)
@Controller('staff')
export class StaffController {
  // bad: require-rate-limit
  @SkipThrottle()
  @Post('login')
  login() {
    return {};
  }
}
