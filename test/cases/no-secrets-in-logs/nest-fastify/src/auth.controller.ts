import { Body, Controller, Headers, Logger, Post } from '@nestjs/common';
import { AuthService } from './auth.service';
import { LoginDto, NoteDto } from './login.dto';

@Controller('auth')
export class AuthController {
  private readonly logger = new Logger(AuthController.name);
  constructor(private readonly auth: AuthService) {}

  @Post('login')
  async login(@Body() dto: LoginDto, @Headers() headers: Record<string, string>) {
    // bad-cross: no-secrets-in-logs
    this.logger.log(dto);
    // bad: no-secrets-in-logs
    this.logger.debug(JSON.stringify(headers));
    // ok: no-secrets-in-logs
    this.logger.log(`login of ${dto.email}`);
    const session = await this.auth.login(dto.email, dto.password);
    // bad: no-secrets-in-logs
    this.logger.debug({ session });
    return session;
  }

  @Post('notes')
  note(@Body() dto: NoteDto) {
    // ok-cross: no-secrets-in-logs
    this.logger.log(dto);
    return dto;
  }
}
