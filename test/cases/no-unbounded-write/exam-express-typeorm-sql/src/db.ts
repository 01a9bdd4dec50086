import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import mysql from 'mysql2/promise';
import pg from 'pg';
import { DataTypes, Sequelize } from 'sequelize';
import { DataSource } from 'typeorm';

export const sqlite = new Database('a.db');
export const pool = mysql.createPool({ uri: process.env.MYSQL_URL });
export const sequelize = new Sequelize(process.env.DATABASE_URL!);
export const Job = sequelize.define('Job', { state: DataTypes.STRING });
export const dataSource = new DataSource({ type: 'postgres' });
export const notes = pgTable('notes', { id: uuid('id').primaryKey(), owner: text('owner').notNull(), team: text('team') });
export const db = drizzle(new pg.Pool());
