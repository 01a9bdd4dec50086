// @complete: no-sql-concat
import { raw } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Player } from './player.entity.js';

@Injectable()
export class PlayersService {
  constructor(private readonly em: EntityManager) {}

  async byNick(nick: string) {
    // bad: no-sql-concat
    return this.em.getConnection().execute(`select id from player where nick = '${nick}' limit 1`);
  }

  async byNickBound(nick: string) {
    // ok: no-sql-concat
    return this.em.getConnection().execute('select id from player where nick = ? limit 1', [nick]);
  }

  async region(region: string) {
    const connection = this.em.getConnection();
    const sql = "select id from player where region = '" + region + "' limit 50";
    // bad: no-sql-concat
    return connection.execute(sql);
  }

  async ranked(region: string) {
    // bad: no-sql-concat
    return this.em.find(Player, { [raw(`lower(region) = '${region}'`)]: [] }, { limit: 50 });
  }

  async rankedBound(region: string) {
    // ok: no-sql-concat
    return this.em.find(Player, { [raw('lower(region)')]: region.toLowerCase() }, { limit: 50 });
  }

  async emExecute(clan: string) {
    // bad: no-sql-concat
    await this.em.execute(`update player set clan = null where clan = '${clan}'`);
    // ok: no-sql-concat
    await this.em.execute('update player set clan = null where clan = ?', [clan]);
  }
}
