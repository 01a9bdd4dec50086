// @complete: no-path-traversal
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { Storage } from '@google-cloud/storage';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '../files/file-store.service';

@ArgsType()
class DocumentArgs {
  @Field()
  name: string;

  @Field(() => ID)
  @IsUUID()
  id: string;

  @Field(() => Int)
  page: number;
}

@Resolver('Document')
export class DocumentResolver {
  private readonly bucket = new Storage().bucket('documents');

  constructor(private readonly store: FileStore) {}

  @Query(() => String)
  async document(@Args('name') name: string): Promise<string> {
    // bad-cross: no-path-traversal -- a GraphQL String is any text
    const content = await this.store.load(name);
    return content.toString('utf8');
  }

  @Query(() => String)
  async page(@Args() args: DocumentArgs): Promise<string> {
    // bad: no-path-traversal
    const text = await readFile(join('docs', args.name), 'utf8');
    // ok: no-path-traversal -- Int
    const page = await readFile(join('docs', `${args.page}.md`), 'utf8');
    // ok: no-path-traversal -- UUID
    const byId = await readFile(join('docs', `${args.id}.md`), 'utf8');
    return text + page + byId;
  }

  @Mutation(() => String)
  async link(@Args('key') key: string): Promise<string> {
    // ok-cross: no-path-traversal -- an object's key that is no file name
    return this.store.link(`public/${encodeURIComponent(key)}`);
  }
}
