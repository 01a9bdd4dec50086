// @complete: no-log-injection
import { Body, Controller, Get, Headers, Logger, Param, ParseIntPipe, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { audit, json, lines, note, oneLine, structured } from './loggers';

@Controller('users')
export class UsersController {
  private readonly logger = new Logger(UsersController.name);

  @Get()
  list(@Query('q') q: string, @Headers('user-agent') agent: string) {
    // bad: no-log-injection -- Nest's logger prints lines
    this.logger.log(`search ${q}`);
    // ok: no-log-injection -- a header has no line breaks
    console.log('agent ' + agent);
    // bad-cross: no-log-injection -- a winston logger with printf
    lines.info(`search ${q} by ${agent}`);
    // bad-cross: no-log-injection
    audit.warn('search', q);
    // ok-cross: no-log-injection -- pino writes JSON
    json.info(`search ${q}`);
    // ok-cross: no-log-injection -- winston's JSON
    structured.info(`search ${q}`);
    // ok: no-log-injection -- JSON has its line breaks escaped
    console.log(JSON.stringify({ q, agent }));
    // ok: no-log-injection -- encoded
    console.log(`search ${encodeURIComponent(q)}`);
    // ok-cross: no-log-injection -- line breaks taken out by the helper
    this.logger.log(`search ${oneLine(q)}`);
    // ok: no-log-injection -- line breaks taken out here
    this.logger.log(`search ${q.replace(/\n|\r/g, '')}`);
    // bad-cross: no-log-injection
    note(q);
    return [];
  }

  @Get(':id/:page')
  one(@Param('id', ParseUUIDPipe) id: string, @Param('page', ParseIntPipe) page: number) {
    // ok: no-log-injection -- a UUID and a number
    this.logger.log(`user ${id} page ${page}`);
    return { id };
  }

  @Post()
  create(@Body() body: { name: string; age: unknown }) {
    const name = body.name.trim();
    // bad: no-log-injection -- trim leaves line breaks inside
    this.logger.warn(`created ${name}`);
    if (typeof body.age === 'number') {
      // ok: no-log-injection
      this.logger.log(`age ${body.age}`);
    }
    return { name };
  }
}
