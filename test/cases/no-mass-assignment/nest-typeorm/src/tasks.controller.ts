// @complete: no-mass-assignment
import { Body, Controller, Param, ParseIntPipe, Patch, Post } from '@nestjs/common';
import { CreateTaskDto, type TaskPatch } from './task.dto';
import { TasksService } from './tasks.service';

@Controller('tasks')
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Post()
  create(@Body() dto: CreateTaskDto) {
    // ok-cross: no-mass-assignment
    return this.tasks.create(dto);
  }

  @Post('import')
  import(@Body() body: any) {
    // bad-cross: no-mass-assignment
    return this.tasks.create(body);
  }

  @Patch(':id')
  patch(@Param('id', ParseIntPipe) id: number, @Body() body: TaskPatch) {
    // bad-cross: no-mass-assignment
    return this.tasks.patch(id, body);
  }

  @Patch(':id/title')
  rename(@Param('id', ParseIntPipe) id: number, @Body('title') title: string) {
    // ok-cross: no-mass-assignment
    return this.tasks.rename(id, title);
  }
}
