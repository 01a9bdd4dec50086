import { DataSource } from 'typeorm';
import { Hold, Loan } from './entities.js';

export const dataSource = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, entities: [Hold, Loan] });
