// @complete: no-shared-secret-jwt
import { Controller, Get, UseGuards } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { ServiceTokenGuard } from './service-token.guard';

@Controller('drivers')
export class DriversController {
  constructor(private readonly jwt: JwtService) {}

  // ok-cross: no-shared-secret-jwt -- the registration is reported
  @Get('token')
  token() {
    return { token: this.jwt.sign({ scope: 'dispatch' }) };
  }

  @UseGuards(ServiceTokenGuard)
  @MessagePattern('drivers.locate')
  locate(@Payload() data: { driverId: string }) {
    return { driverId: data.driverId, lat: 0, lon: 0 };
  }
}
