// @complete: no-directory-exposure
import { Module } from '@nestjs/common';
import { ServeStaticModule } from '@nestjs/serve-static';
import { join } from 'node:path';
import { PUBLIC_DIR } from './paths';

@Module({
  imports: [
    // ok-cross: no-directory-exposure
    ServeStaticModule.forRoot({ rootPath: PUBLIC_DIR }),
    // bad: no-directory-exposure
    ServeStaticModule.forRoot({ rootPath: join(__dirname, '..'), serveRoot: '/download' }),
  ],
})
export class AppModule {}
