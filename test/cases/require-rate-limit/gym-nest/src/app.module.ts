import { Module } from '@nestjs/common';
import { AuthController, MembersController } from './auth.controller';

@Module({ controllers: [AuthController, MembersController] })
export class AppModule {}
