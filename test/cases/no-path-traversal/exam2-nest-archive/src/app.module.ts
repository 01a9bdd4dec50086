import { Module } from '@nestjs/common';
import { FilesController } from './files/files.controller';
import { FileStore } from './files/file-store.service';
import { DocumentResolver } from './graphql/document.resolver';

@Module({ controllers: [FilesController], providers: [FileStore, DocumentResolver] })
export class AppModule {}
