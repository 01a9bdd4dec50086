// @complete: require-ownership-check
import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Patch, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { CurrentUser } from './current-user';
import { InvoicesService } from './invoices.service';

@Controller('invoices')
@UseGuards(AuthGuard('jwt'))
export class InvoicesController {
  constructor(private readonly invoices: InvoicesService) {}

  // bad-cross: require-ownership-check
  @Get(':id')
  findOne(@Param('id', ParseUUIDPipe) id: string) {
    return this.invoices.findOne(id);
  }

  // ok-cross: require-ownership-check
  @Get(':id/own')
  findOwn(@Param('id') id: string, @CurrentUser() user: { organizationId: string }) {
    return this.invoices.findOwn(id, user.organizationId);
  }

  // reported with checkIndirect only: the service drops the caller
  @Patch(':id')
  change(@Param('id') id: string, @Body() body: { total: number }, @CurrentUser() user: { id: string }) {
    return this.invoices.changeTotal(id, body.total, user.id);
  }

  // ok-cross: require-ownership-check
  @Delete(':id')
  remove(@Param('id') id: string, @CurrentUser() user: { organizationId: string }) {
    return this.invoices.remove(id, user);
  }

  // ok-cross: require-ownership-check
  @Get('currencies/:id')
  currency(@Param('id') id: string) {
    return this.invoices.currency(+id);
  }
}
