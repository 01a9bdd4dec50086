// @complete: no-path-traversal
import {
  BadRequestException, Body, Controller, Delete, Get, Param, ParseIntPipe, ParseUUIDPipe, Post, Query, Res, UploadedFile, UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import AdmZip from 'adm-zip';
import type { Response } from 'express';
import fse from 'fs-extra';
import { createReadStream, createWriteStream, existsSync, promises as fs } from 'node:fs';
import * as path from 'node:path';
import sanitize from 'sanitize-filename';
import unzipper from 'unzipper';
import { v4 as uuid } from 'uuid';
import { fileNameOnly, isInside, ROOT, stripDots, within } from '../common/paths';
import { ReadFileDto } from './dto';
import { FileStore } from './file-store.service';

const TEMPLATES: Record<string, string> = { invoice: 'invoice.html', offer: 'offer.html' };

@Controller('files')
export class FilesController {
  constructor(private readonly store: FileStore) {}

  @Get('raw')
  async raw(@Query() query: ReadFileDto) {
    // bad-cross: no-path-traversal -- @IsString says nothing about separators
    const any = await this.store.load(query.path);
    // ok-cross: no-path-traversal -- @IsUUID
    const byId = await this.store.load(query.id);
    // ok-cross: no-path-traversal -- @Matches an anchored pattern
    const report = await this.store.load(query.report);
    // ok-cross: no-path-traversal -- the service resolves and checks the prefix
    const checked = await this.store.loadChecked(query.path);
    // ok: no-path-traversal -- @IsIn
    const listing = await fs.readdir(path.join(ROOT, query.folder));
    return { any, byId, report, checked, listing };
  }

  @Get('normalized')
  async normalized(@Query('p') p: string, @Res() res: Response) {
    const clean = path.normalize(p);
    // bad: no-path-traversal -- normalize keeps leading ..
    createReadStream(path.join(ROOT, clean)).pipe(res);
  }

  @Get('stripped')
  async stripped(@Query('p') p: string) {
    // bad: no-path-traversal -- one replacement leaves ....//
    return fs.readFile(path.join(ROOT, stripDots(p)), 'utf8');
  }

  @Get('prefix')
  async prefix(@Query('p') p: string) {
    const target = path.resolve(ROOT, p);
    if (!target.startsWith(ROOT + path.sep)) throw new BadRequestException('outside');
    // ok: no-path-traversal
    return fs.readFile(target, 'utf8');
  }

  @Get('late')
  async late(@Query('p') p: string) {
    const target = path.resolve(ROOT, p);
    // bad: no-path-traversal -- read before it is checked
    const content = await fs.readFile(target, 'utf8');
    if (!target.startsWith(ROOT + path.sep)) throw new BadRequestException('outside');
    return content;
  }

  @Get('inside')
  async inside(@Query('p') p: string) {
    const target = path.resolve(ROOT, p);
    if (!isInside(ROOT, target)) throw new BadRequestException('outside');
    // ok-cross: no-path-traversal -- helper with path.relative
    return fs.readFile(target, 'utf8');
  }

  @Get('base/:name')
  async base(@Param('name') name: string, @Res() res: Response) {
    // ok-cross: no-path-traversal -- basename in the helper
    res.sendFile(path.join(ROOT, fileNameOnly(name)));
  }

  @Get('send')
  send(@Query('file') file: string, @Res() res: Response) {
    // bad: no-path-traversal
    res.sendFile(path.resolve('public', file));
    // ok: no-path-traversal -- Express keeps it inside of the root
    res.sendFile(file, { root: path.resolve('public') });
  }

  @Get('template/:kind')
  async template(@Param('kind') kind: string) {
    const file = TEMPLATES[kind];
    if (file === undefined) throw new BadRequestException('kind');
    // ok: no-path-traversal -- closed table
    return fs.readFile(path.join('templates', file), 'utf8');
  }

  @Get('page/:n')
  async page(@Param('n', ParseIntPipe) n: number) {
    // ok: no-path-traversal -- a number
    return fs.readFile(path.join(ROOT, `page-${n}.txt`), 'utf8');
  }

  @Get('exists')
  exists(@Query('name') name: string) {
    // bad: no-path-traversal -- tells which files there are
    return { exists: existsSync(path.join(ROOT, name)) };
  }

  @Delete(':folder/:id')
  async remove(@Param('folder') folder: string, @Param('id', ParseUUIDPipe) id: string) {
    // bad-cross: no-path-traversal -- the id is a UUID, the folder is not
    await this.store.remove(folder, id);
    // ok-cross: no-path-traversal
    await this.store.remove('inbox', id);
  }

  @Post('upload')
  @UseInterceptors(FileInterceptor('file'))
  async upload(@UploadedFile() file: Express.Multer.File, @Body('folder') folder: string) {
    // bad: no-path-traversal -- the client chose the name
    await fs.writeFile(path.join(ROOT, file.originalname), file.buffer);
    // bad-cross: no-path-traversal -- an object's key from the client's file name
    await this.store.upload(file.originalname, file.buffer);
    // ok-cross: no-path-traversal -- a name of our own with the extension alone
    await this.store.upload(`${uuid()}${path.extname(file.originalname)}`, file.buffer);
    // bad-cross: no-path-traversal
    await this.store.save({ folder, name: uuid(), content: file.buffer });
    // ok-cross: no-path-traversal -- the content is not a path
    await this.store.save({ folder: 'inbox', name: uuid(), content: file.buffer });
    // ok: no-path-traversal -- sanitize-filename
    await fs.writeFile(path.join(ROOT, sanitize(file.originalname)), file.buffer);
    // bad: no-path-traversal
    await fse.move(file.path, `/srv/files/${folder}/upload.bin`);
    // ok: no-path-traversal -- multer's own temporary path
    await fs.unlink(file.path);
  }

  @Post('unzip')
  @UseInterceptors(FileInterceptor('archive'))
  async unzip(@UploadedFile() archive: Express.Multer.File) {
    const zip = new AdmZip(archive.buffer);
    for (const entry of zip.getEntries()) {
      // bad: no-path-traversal -- zip slip
      await fs.writeFile(path.join(ROOT, entry.entryName), entry.getData());
      const target = path.resolve(ROOT, entry.entryName);
      if (!target.startsWith(`${ROOT}${path.sep}`)) continue;
      // ok: no-path-traversal
      await fs.writeFile(target, entry.getData());
    }
    const directory = await unzipper.Open.buffer(archive.buffer);
    await Promise.all(
      directory.files.map(async (entry) => {
        // bad: no-path-traversal
        entry.stream().pipe(createWriteStream(`${ROOT}/${entry.path}`));
        // ok-cross: no-path-traversal
        entry.stream().pipe(createWriteStream(within(ROOT, entry.path)));
      }),
    );
  }
}
