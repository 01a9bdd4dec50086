import Database from 'better-sqlite3';

const db = new Database('donations.db');
const insert = db.prepare('INSERT INTO donations (donor, cents) VALUES (?, ?)');
const insertOnce = db.prepare('INSERT INTO donations (key, donor, cents) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING');

export const donate = (donor: string, cents: number) => insert.run(donor, cents);
export const donateOnce = (key: string, donor: string, cents: number) => insertOnce.run(key, donor, cents);
