// @complete: no-unpaginated-query
import { Controller, Get, Query } from '@nestjs/common';
import { load } from 'cheerio';
import { globby } from 'globby';
import _ from 'lodash';
import { RobotRepository } from './robot-repository.js';

const MODELS = [
  { name: 'R1', arms: 2 },
  { name: 'R2', arms: 4 },
];

@Controller('robots')
export class RobotsController {
  constructor(private readonly repository: RobotRepository) {}

  @Get()
  all() {
    // ok-cross: no-unpaginated-query -- an own class without a database
    return this.repository.findAll();
  }

  @Get('state')
  inState(@Query('state') state: string) {
    // ok-cross: no-unpaginated-query
    const found = this.repository.find({ state });
    // ok-cross: no-unpaginated-query
    const many = this.repository.findMany({ where: { state } });
    // ok-cross: no-unpaginated-query
    const selected = this.repository.select(state).execute();
    return { found, many, selected };
  }

  @Get('models')
  models(@Query('name') name: string) {
    // ok: no-unpaginated-query -- arrays
    const model = MODELS.find((m) => m.name === name);
    // ok: no-unpaginated-query
    const armed = _.find(MODELS, { arms: 4 });
    return { model, armed };
  }

  @Get('manual')
  async manual() {
    const $ = load('<ul><li>one</li></ul>');
    // ok: no-unpaginated-query -- HTML
    const items = $('ul').find('li').toArray();
    // ok: no-unpaginated-query -- files
    const pages = await globby('manual/*.md');
    return { n: items.length, pages };
  }
}
