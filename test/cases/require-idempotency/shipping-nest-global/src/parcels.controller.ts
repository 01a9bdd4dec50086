// @complete: require-idempotency -- the interceptor stands over the whole application
import { Body, Controller, Param, Post } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';

@Controller('parcels')
export class ParcelsController {
  constructor(@InjectModel('Parcel') private readonly parcels: Model<{ to: string; scans: Date[] }>) {}

  // ok-cross: require-idempotency
  @Post()
  create(@Body() body: { to: string }) {
    return this.parcels.create({ to: body.to });
  }

  // ok-cross: require-idempotency
  @Post(':id/scans')
  scan(@Param('id') id: string) {
    return this.parcels.updateOne({ _id: id }, { $push: { scans: new Date() } });
  }
}
