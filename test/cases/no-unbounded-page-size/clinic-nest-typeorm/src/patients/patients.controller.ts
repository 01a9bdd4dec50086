import { Controller, DefaultValuePipe, Get, ParseIntPipe, Query } from '@nestjs/common';

import { ListDoctorsDto, ListPatientsDto } from './list-patients.dto';
import { PatientsService } from './patients.service';

@Controller('patients')
export class PatientsController {
  constructor(private readonly patients: PatientsService) {}

  @Get()
  list(@Query() query: ListPatientsDto) {
    return this.patients.list(query);
  }

  @Get('doctors')
  doctors(@Query() query: ListDoctorsDto) {
    return this.patients.doctors(query.limit, query.offset);
  }

  @Get('recent')
  recent(@Query('limit', new DefaultValuePipe(10), ParseIntPipe) limit: number) {
    return this.patients.recent(limit);
  }

  @Get('search')
  search(@Query('q') q: string, @Query('limit') limit = 20) {
    return this.patients.search(q, Number(limit));
  }
}
