// @complete: no-unawaited-write
import { Injectable, Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { AuditService } from './audit.service';
import { Note } from './note.entity';
import { PrismaService } from './prisma.service';

@Injectable()
export class NotesService {
  private readonly logger = new Logger(NotesService.name);

  constructor(
    @InjectRepository(Note) private readonly notes: Repository<Note>,
    private readonly prisma: PrismaService,
    private readonly audit: AuditService,
  ) {}

  async add(text: string) {
    // bad: no-unawaited-write
    // fix: no-unawaited-write
    this.notes.save({ text });
    // bad: no-unawaited-write -- Prisma's promise is lazy: it never runs
    // fix: no-unawaited-write
    this.prisma.counter.update({ where: { id: 1 }, data: { n: { increment: 1 } } });
    // bad-cross: no-unawaited-write -- a method of another service that writes
    // fix: no-unawaited-write
    this.audit.record('added');
    // ok-cross: no-unawaited-write -- it writes nothing
    this.audit.format('added');
    return { ok: true };
  }

  async quiet(text: string) {
    // bad: no-unawaited-write -- void doesn't run a lazy promise
    void this.prisma.note.create({ data: { text } });
    // ok: no-unawaited-write -- on purpose, and TypeORM has begun it
    void this.notes.insert({ text });
    // ok: no-unawaited-write -- caught
    this.notes.insert({ text }).catch((error: unknown) => this.logger.error(error));
    // ok: no-unawaited-write -- catch runs the lazy one too
    this.prisma.note.create({ data: { text } }).catch((error: unknown) => this.logger.error(error));
  }

  async all(texts: string[]) {
    // bad: no-unawaited-write -- the promises of map are thrown away
    texts.map(async (text) => {
      await this.notes.insert({ text });
    });
    // ok: no-unawaited-write
    await Promise.all(texts.map((text) => this.notes.insert({ text })));
    const later = texts.map((text) => this.notes.insert({ text }));
    // ok: no-unawaited-write
    await Promise.all(later);
  }

  async both(text: string) {
    // bad: no-unawaited-write -- a transaction that nobody waits for
    // fix: no-unawaited-write
    this.prisma.$transaction(async (tx) => {
      await tx.note.create({ data: { text } });
    });
    // ok: no-unawaited-write -- its elements are handed to the transaction
    await this.prisma.$transaction([this.prisma.note.create({ data: { text } }), this.prisma.counter.deleteMany({ where: { n: 0 } })]);
  }

  // ok: no-unawaited-write -- returned
  remove(id: string) {
    return this.notes.delete(id);
  }

  async built(id: string) {
    // bad: no-unawaited-write -- never executed
    this.notes.createQueryBuilder().update().set({ text: '' }).where('id = :id', { id });
    // ok: no-unawaited-write
    await this.notes.createQueryBuilder().update().set({ text: '' }).where('id = :id', { id }).execute();
  }
}
