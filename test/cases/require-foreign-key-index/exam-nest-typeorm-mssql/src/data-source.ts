import { DataSource } from 'typeorm';

export const dataSource = new DataSource({ type: 'mssql', host: process.env.DB_HOST, entities: ['src/**/*.entity.ts'] });
