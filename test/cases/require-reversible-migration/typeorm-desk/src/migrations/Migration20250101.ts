import { Migration } from '@mikro-orm/migrations';

// bad: require-reversible-migration
export class Migration20250101 extends Migration {
  async up(): Promise<void> {
    this.addSql('create table "author" ("id" serial primary key);');
  }
}
