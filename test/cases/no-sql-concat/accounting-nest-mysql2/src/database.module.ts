import { Global, Module } from '@nestjs/common';
import { createPool } from 'mysql2/promise';

export const MYSQL = Symbol('MYSQL');

@Global()
@Module({
  providers: [{ provide: MYSQL, useFactory: () => createPool({ uri: process.env.MYSQL_URL, connectionLimit: 10 }) }],
  exports: [MYSQL],
})
export class DatabaseModule {}
