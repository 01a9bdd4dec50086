// @complete: no-unbounded-write
import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { Draft, Token } from './models';

@Injectable()
export class TokensService {
  constructor(private readonly em: EntityManager) {}

  async revokeAll() {
    // bad: no-unbounded-write
    await this.em.nativeUpdate(Token, {}, { revoked: true });
  }

  async clear() {
    // bad: no-unbounded-write
    await this.em.nativeDelete(Token, {});
  }

  async revokeOf(userId: number) {
    // ok: no-unbounded-write
    await this.em.nativeUpdate(Token, { userId }, { revoked: true });
  }

  async rawClear() {
    // bad: no-unbounded-write
    await this.em.getConnection().execute('delete from token');
  }

  async dropDrafts() {
    // bad: no-unbounded-write -- Objection
    await Draft.query().delete();
  }

  async anonymise() {
    // bad: no-unbounded-write
    await Draft.query().patch({ author: 'unknown' });
  }

  async dropDraft(id: number) {
    // ok: no-unbounded-write
    await Draft.query().deleteById(id);
    // ok: no-unbounded-write
    await Draft.query().delete().where('id', id);
    // ok: no-unbounded-write
    await Draft.query().findById(id).patch({ author: 'x' });
  }
}
