// @complete: require-auth-on-mutations
import { Body, Controller, Delete, Get, Param, Patch, Post, UseGuards } from '@nestjs/common';
import { JwtAuthGuard, Roles, Secured } from './auth/guards';
import { PostsService } from './posts.service';

@Controller('posts')
export class PostsController {
  constructor(private readonly posts: PostsService) {}

  // ok: require-auth-on-mutations
  @Get()
  list() {
    return this.posts.list();
  }

  // bad: require-auth-on-mutations
  @Post()
  create(@Body() dto: { title: string }) {
    return this.posts.create(dto.title);
  }

  // ok-cross: require-auth-on-mutations
  @Patch(':id')
  @UseGuards(JwtAuthGuard)
  update(@Param('id') id: string, @Body() dto: { title: string }) {
    return this.posts.rename(id, dto.title);
  }

  // ok-cross: require-auth-on-mutations -- a decorator that applies the guard
  @Delete(':id')
  @Secured()
  remove(@Param('id') id: string) {
    return this.posts.remove(id);
  }

  // bad-cross: require-auth-on-mutations -- metadata that no guard reads
  @Delete(':id/comments')
  @Roles('admin')
  clear(@Param('id') id: string) {
    return this.posts.remove(id);
  }
}

@UseGuards(JwtAuthGuard)
@Controller('drafts')
export class DraftsController {
  constructor(private readonly posts: PostsService) {}

  // ok: require-auth-on-mutations -- the guard stands on the class
  @Post()
  create(@Body() dto: { title: string }) {
    return this.posts.create(dto.title);
  }
}
