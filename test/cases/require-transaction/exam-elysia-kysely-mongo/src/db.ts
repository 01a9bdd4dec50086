import { Kysely, SqliteDialect } from 'kysely';
import SQLite from 'better-sqlite3';

interface Schema {
  rooms: { id: string; name: string };
  bookings: { id: string; room_id: string; guest: string };
  nights: { booking_id: string; day: string };
}
export const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: new SQLite('hotel.db') }) });
