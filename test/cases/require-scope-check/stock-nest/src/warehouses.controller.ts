// @complete: require-scope-check
import { Body, Controller, Delete, Get, Param, Patch, Post, Req, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Roles, RolesGuard } from './roles';
import { Preference, Warehouse } from './warehouse.entity';

@Controller('warehouses')
@UseGuards(AuthGuard('jwt'), RolesGuard)
export class WarehousesController {
  constructor(
    @InjectRepository(Warehouse) private readonly warehouses: Repository<Warehouse>,
    @InjectRepository(Preference) private readonly preferences: Repository<Preference>,
  ) {}

  // ok: require-scope-check
  @Get()
  list() {
    return this.warehouses.find({ take: 50 });
  }

  // ok: require-scope-check
  @Post()
  @Roles('manager')
  create(@Body() body: { city: string }) {
    return this.warehouses.save({ city: body.city });
  }

  // bad-cross: require-scope-check
  @Delete(':id')
  remove(@Param('id') id: string) {
    return this.warehouses.delete(id);
  }

  // bad-cross: require-scope-check
  @Patch(':id')
  change(@Param('id') id: string, @Body() body: { city: string }) {
    return this.warehouses.update({ id }, { city: body.city });
  }

  // ok: require-scope-check
  @Patch('favourites/:id')
  prefer(@Req() req: { user: { id: string } }, @Param('id') id: string) {
    return this.preferences.update({ id, userId: req.user.id }, {});
  }
}
