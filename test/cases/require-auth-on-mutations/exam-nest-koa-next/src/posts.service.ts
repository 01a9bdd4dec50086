import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { PostEntity } from './post.entity';

@Injectable()
export class PostsService {
  constructor(@InjectRepository(PostEntity) private readonly posts: Repository<PostEntity>) {}
  list() {
    return this.posts.find({ take: 20 });
  }
  create(title: string) {
    return this.posts.save({ title });
  }
  rename(id: string, title: string) {
    return this.posts.update({ id }, { title });
  }
  remove(id: string) {
    return this.posts.delete({ id });
  }
}
