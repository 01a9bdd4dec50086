// @complete: no-command-injection
import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { IsIn, IsString, Matches } from 'class-validator';
import { execSync, spawn } from 'child_process';
import { Request } from 'express';
import simpleGit from 'simple-git';
import * as yup from 'yup';
import { GitService } from './git.service';

class TagDto {
  @Matches(/^v\d+\.\d+\.\d+$/)
  tag: string;

  @IsString()
  message: string;

  @IsIn(['light', 'annotated'])
  kind: string;
}

const archiveSchema = yup.object({ format: yup.string().oneOf(['zip', 'tar']).required(), ref: yup.string().required() });

@Controller('git')
export class GitController {
  constructor(private readonly git: GitService) {}

  @Get(':repo/checkout/:branch')
  checkout(@Param('repo') repo: string, @Param('branch') branch: string) {
    // ok-cross: no-command-injection -- the service checks the branch and strips the folder's name
    return this.git.checkout(repo, branch);
  }

  @Get(':repo/log')
  log(@Param('repo') repo: string, @Query('author') author: string) {
    // bad-cross: no-command-injection
    return this.git.log(repo, author);
  }

  @Get('blame')
  blame(@Query('file') file: string) {
    // ok-cross: no-command-injection -- arguments apart
    return this.git.blame(file);
  }

  @Post('tag')
  tag(@Body() dto: TagDto) {
    // bad: no-command-injection -- the message is any text
    execSync(`git tag -a ${dto.tag} -m "${dto.message}"`);
    // ok: no-command-injection -- decorators close both
    execSync(`git tag ${dto.kind === 'light' ? '' : '-a'} ${dto.tag}`);
  }

  @Post('archive')
  async archive(@Req() req: Request) {
    const { format, ref } = await archiveSchema.validate(req.body);
    // bad: no-command-injection
    execSync('git archive --format=' + format + ' ' + ref);
    // ok: no-command-injection
    execSync(`git archive --format=${format} HEAD`);
    const env = { ...process.env, REF: ref };
    // ok: no-command-injection -- handed over in the environment
    spawn('sh', ['-c', 'git archive "$REF"'], { env });
    // ok: no-command-injection
    await simpleGit('/srv/repos/main').checkout('main');
  }

  @Get('hooks/:name')
  hook(@Param('name') name: string, @Query('args') args: string) {
    const list = args.split(' ');
    // bad: no-command-injection
    spawn('bash', ['-c', ['./hooks/run.sh', ...list].join(' ')]);
    // ok: no-command-injection
    spawn('./hooks/run.sh', list);
    const id = parseInt(name, 10);
    // ok: no-command-injection -- a number
    execSync(`./hooks/${id}.sh`);
  }
}
