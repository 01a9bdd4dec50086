import { applyDecorators, CanActivate, ExecutionContext, Injectable, SetMetadata, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';

@Injectable()
export class JwtAuthGuard extends AuthGuard('jwt') {}

@Injectable()
export class ApiKeyGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    return context.switchToHttp().getRequest().headers['x-api-key'] === process.env.API_KEY;
  }
}

export const Roles = (...roles: string[]) => SetMetadata('roles', roles);
export const Secured = () => applyDecorators(UseGuards(JwtAuthGuard));
