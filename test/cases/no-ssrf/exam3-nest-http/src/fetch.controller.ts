// @complete: no-ssrf
import { BadRequestException, Body, Controller, Get, Headers, Post, Query } from '@nestjs/common';
import { IsIn, IsUrl } from 'class-validator';
import https from 'node:https';
import needle from 'needle';
import request from 'superagent';
import { FetchService } from './fetch.service';
import { endpoint, isPublic, REGIONS } from './targets';

class HookDto {
  @IsUrl({ protocols: ['https'], require_tld: true })
  url: string;

  @IsUrl({ host_whitelist: ['hooks.example.com'] })
  hook: string;

  @IsIn(['eu', 'us'])
  region: string;
}

@Controller('fetch')
export class FetchController {
  constructor(private readonly fetcher: FetchService) {}

  @Get()
  get(@Query('url') url: string) {
    // bad-cross: no-ssrf
    return this.fetcher.get(url);
  }

  @Get('user')
  user(@Query('name') name: string) {
    // ok-cross: no-ssrf -- a segment, encoded
    return this.fetcher.user(name);
  }

  @Post('hook')
  async hook(@Body() dto: HookDto) {
    // bad-cross: no-ssrf -- a URL of any host
    await this.fetcher.send({ target: dto.url, payload: {} });
    // ok: no-ssrf -- one of two regions
    await fetch(`https://${dto.region}.example.com/x`, { redirect: 'manual' });
    // ok: no-ssrf -- table
    await fetch(`${REGIONS[dto.region]}/x`, { redirect: 'manual' });
  }

  @Get('endpoint')
  async endpoint(@Query('path') path: string) {
    // ok-cross: no-ssrf -- a fixed host in the helper
    return fetch(endpoint('github', encodeURIComponent(path)));
  }

  @Get('clients')
  async clients(@Query('a') a: string, @Query('b') b: string, @Query('c') c: string) {
    // bad: no-ssrf
    await request.get(a).timeout(1000);
    // bad: no-ssrf
    await needle('get', b);
    // bad: no-ssrf
    https.request(`https://${c}/x`, { timeout: 1000 }).end();
  }

  @Get('looked-up')
  async lookedUp(@Query('url') input: string) {
    const url = new URL(input);
    if (!(await isPublic(url))) throw new BadRequestException();
    // bad: no-ssrf -- redirects lead anywhere
    await fetch(url);
    // ok: no-ssrf -- looked up, redirects not followed
    await fetch(url, { redirect: 'error' });
  }

  @Get('header')
  async header(@Headers('x-callback') callback: string, @Query('q') q: string) {
    // bad: no-ssrf
    await fetch(callback);
    const url = new URL('https://api.example.com/search');
    url.searchParams.set('q', q);
    // ok: no-ssrf -- the client fills a parameter
    await fetch(url);
    const target = new URL('https://api.example.com');
    target.hostname = q;
    // bad: no-ssrf -- the host is overwritten
    await fetch(target);
  }
}
