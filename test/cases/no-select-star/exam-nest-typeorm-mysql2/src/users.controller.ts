// @complete: no-select-star
import { ClassSerializerInterceptor, Controller, Get, Param, UseInterceptors } from '@nestjs/common';
import { UsersService } from './users.service';

class UserDto {
  constructor(
    readonly id: string,
    readonly email: string,
  ) {}
}

@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get(':id')
  async one(@Param('id') id: string) {
    // bad-cross: no-select-star -- the whole row goes out, the hash of the password with it
    return this.users.byId(id);
  }

  @Get(':id/profile')
  async profile(@Param('id') id: string) {
    // ok-cross: no-select-star -- two columns
    return this.users.profile(id);
  }

  @Get(':id/card')
  async card(@Param('id') id: string) {
    const user = await this.users.byId(id);
    // ok-cross: no-select-star -- mapped
    return new UserDto(user.id, user.email);
  }

  @Get(':id/safe')
  async safe(@Param('id') id: string) {
    const { passwordHash, resetToken, ...rest } = await this.users.byId(id);
    // ok: no-select-star
    return rest;
  }

  @Get('cities/:id')
  async city(@Param('id') id: number) {
    // ok-cross: no-select-star -- a city has no secrets
    return this.users.city(id);
  }
}

@Controller('admins')
@UseInterceptors(ClassSerializerInterceptor)
export class AdminsController {
  constructor(private readonly users: UsersService) {}

  @Get(':id')
  async one(@Param('id') id: string) {
    // ok-cross: no-select-star -- @Exclude() and the serializer take the hash out
    return this.users.admin(id);
  }
}
