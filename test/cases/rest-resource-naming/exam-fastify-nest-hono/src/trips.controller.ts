// @complete: rest-resource-naming, require-route-schema, require-api-version
import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

@ApiTags('trips')
@Controller({ path: 'trips', version: '1' })
export class TripsController {
  // ok: rest-resource-naming
  // ok: require-route-schema
  // ok: require-api-version
  @Get()
  @ApiOkResponse({ type: [String] })
  list() {
    return [];
  }

  // bad: rest-resource-naming -- a verb
  // ok: require-route-schema
  @Get('getById/:id')
  @ApiOperation({ summary: 'One trip' })
  one(@Param('id') id: string) {
    return { id };
  }

  // ok: rest-resource-naming
  // bad: require-route-schema
  @Post()
  create() {
    return {};
  }
}
