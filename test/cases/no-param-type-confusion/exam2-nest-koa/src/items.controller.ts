// @complete: no-param-type-confusion
import { BadRequestException, Body, Controller, Get, Param, ParseArrayPipe, Post, Put, Query, ValidationPipe } from '@nestjs/common';
import { IsString } from 'class-validator';
import { Hono } from 'hono';
import Fastify from 'fastify';

@Controller('items')
export class ItemsController {
  @Get()
  list(@Query('sort') sort: string) {
    // bad: no-param-type-confusion -- a TypeScript type is no check
    if (sort.indexOf(';') >= 0) throw new BadRequestException();
    return [];
  }

  @Get('many')
  many(@Query('ids', ParseArrayPipe) ids: string[], @Param('id') id: string) {
    // ok: no-param-type-confusion -- the pipe makes a list
    if (ids.length > 100) throw new BadRequestException();
    // ok: no-param-type-confusion -- a path parameter
    if (id.includes('/')) throw new BadRequestException();
    return ids;
  }

  @Post()
  create(@Body('name') name: string) {
    // bad: no-param-type-confusion
    if (name.length > 40) throw new BadRequestException();
    return { name };
  }
}

export const hono = new Hono().get('/q', (c) => {
  const q = c.req.query('q') ?? '';
  // ok: no-param-type-confusion -- Hono gives a string
  if (q.length > 10) return c.text('long', 400);
  return c.json({ q });
});

export const fastify = Fastify();
fastify.get<{ Querystring: { q: string } }>(
  '/q',
  { schema: { querystring: { type: 'object', properties: { q: { type: 'string' } }, required: ['q'] } } },
  async (request, reply) => {
    // ok: no-param-type-confusion -- the schema says string
    if (request.query.q.length > 10) return reply.code(400).send();
    return { q: request.query.q };
  },
);
fastify.get<{ Querystring: { q: string } }>('/free', async (request, reply) => {
  // bad: no-param-type-confusion
  if (request.query.q.includes('<')) return reply.code(400).send();
  return { q: request.query.q };
});

class RenameDto {
  @IsString()
  name: string;
}

@Controller('names')
export class NamesController {
  constructor(private readonly pipe: ValidationPipe) {}

  @Put()
  rename(@Body() dto: RenameDto) {
    // ok: no-param-type-confusion -- class-validator looked at it
    if (dto.name.length > 40) throw new BadRequestException();
    return dto;
  }
}
