import { Body, Controller, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { IsBoolean } from 'class-validator';
import * as _ from 'lodash';
import { setPath } from './merge';
import { PreferencesService } from './preferences.service';

class ThemeDto {
  @IsBoolean()
  dark!: boolean;
}

@Controller('preferences')
export class PreferencesController {
  private readonly store: Record<string, Record<string, unknown>> = {};
  private readonly byUser = new Map<string, unknown>();

  constructor(private readonly preferences: PreferencesService) {}

  @Patch()
  change(@Body() changes: Record<string, unknown>) {
    // bad-cross: no-prototype-pollution
    return this.preferences.apply(changes);
  }

  @Patch('safe')
  changeSafely(@Body() changes: Record<string, unknown>) {
    // ok-cross: no-prototype-pollution
    return this.preferences.applySafely(changes);
  }

  @Put(':section/:key')
  put(@Param('section') section: string, @Param('key') key: string, @Body('value') value: unknown) {
    // bad: no-prototype-pollution
    this.store[section][key] = value;
    // ok: no-prototype-pollution
    this.byUser.set(key, value);
  }

  @Post('path')
  path(@Body() body: { path: string; value: unknown }) {
    // bad-cross: no-prototype-pollution
    setPath(this.store, body.path, body.value);
  }

  @Post('lodash')
  lodash(@Body() body: Record<string, unknown>, @Query('field') field: string) {
    const settings = {};
    // bad: no-prototype-pollution
    _.merge(settings, body);
    // bad: no-prototype-pollution
    _.set(settings, field, true);
    // ok: no-prototype-pollution
    return { ...settings, ...body };
  }

  @Post('theme')
  theme(@Body() body: ThemeDto, @Query('mode') mode: string) {
    const theme: Record<string, unknown> = Object.create(null);
    // ok: no-prototype-pollution
    _.set(theme, 'dark', body.dark);
    const allowed = ['day', 'night'];
    if (!allowed.includes(mode)) return null;
    // ok: no-prototype-pollution
    this.store[mode].enabled = true;
    // ok: no-prototype-pollution
    return Object.assign(theme, { mode });
  }
}
