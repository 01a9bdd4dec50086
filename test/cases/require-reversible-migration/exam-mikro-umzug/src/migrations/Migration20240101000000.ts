// @complete: require-reversible-migration
import { Migration } from '@mikro-orm/migrations';

// bad: require-reversible-migration -- there is no down
export class Migration20240101000000 extends Migration {
  async up(): Promise<void> {
    this.addSql('create table "visits" ("id" serial primary key);');
  }
}
