// @complete: no-breaking-migration
import { Migration } from '@mikro-orm/migrations';

export class Migration20240301 extends Migration {
  async up(): Promise<void> {
    // bad: no-breaking-migration
    this.addSql('alter table "orders" drop column "legacy";');
    // bad: no-breaking-migration
    this.addSql('alter table "orders" rename column "a" to "b";');
    // bad: no-breaking-migration
    this.addSql('alter table "orders" add column "currency" varchar(3) not null;');
    // ok: no-breaking-migration
    this.addSql(`alter table "orders" add column "kind" varchar(10) not null default 'web';`);
    // bad: no-breaking-migration
    this.addSql('create index "orders_kind" on "orders" ("kind");');
    // bad: no-breaking-migration -- narrowed
    this.addSql('alter table "orders" alter column "code" type varchar(8);');
    // bad: no-breaking-migration
    this.addSql('alter table "orders" alter column "note" set not null;');
  }

  async down(): Promise<void> {
    // ok: no-breaking-migration
    this.addSql('alter table "orders" drop column "currency";');
  }
}
