// @complete: no-command-injection
import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { exec, execFile, execSync, spawn, spawnSync } from 'node:child_process';
import { quote } from 'shell-quote';
import shell from 'shelljs';
import { execa, execaCommand } from 'execa';
import crossSpawn from 'cross-spawn';
import { z } from 'zod';
import { Command, run, sh } from '../lib/shell.js';

const ProbeQuery = Type.Object({
  file: Type.String({ pattern: '^[a-z0-9_-]+\\.(mp4|webm)$' }),
  preset: Type.Union([Type.Literal('fast'), Type.Literal('slow')]),
  free: Type.String({ maxLength: 200 }),
});

const Clip = z.object({
  from: z.coerce.number().min(0),
  to: z.coerce.number().max(7200),
  format: z.enum(['mp4', 'gif']),
  title: z.string().max(80),
});

const CODECS = { h264: 'libx264', vp9: 'libvpx-vp9' } as const;

export default async function media(app: FastifyInstance) {
  app.get<{ Querystring: Static<typeof ProbeQuery> }>('/probe', { schema: { querystring: ProbeQuery } }, async (request) => {
    const { file, preset, free } = request.query;
    // ok: no-command-injection -- anchored pattern in the route's schema
    const out = execSync(`ffprobe -v error uploads/${file}`);
    // ok: no-command-injection -- union of literals in the schema
    execSync(`ffmpeg -preset ${preset} -version`);
    // bad: no-command-injection -- any text up to 200 characters
    execSync(`ffmpeg -metadata comment="${free}" -version`);
    return out.toString();
  });

  app.post('/clip', async (request, reply) => {
    const clip = Clip.parse(request.body);
    // ok: no-command-injection -- numbers and an enum
    await sh(`ffmpeg -ss ${clip.from} -to ${clip.to} -i in.mp4 out.${clip.format}`);
    // bad-cross: no-command-injection -- a parsed string is still any string
    await sh(`ffmpeg -i in.mp4 -metadata title='${clip.title}' out.mp4`);
    // ok-cross: no-command-injection -- a program and its arguments
    await run('ffmpeg', ['-i', 'in.mp4', '-metadata', `title=${clip.title}`, 'out.mp4']);
    // ok: no-command-injection
    execFile('ffmpeg', ['-metadata', `title=${clip.title}`], () => undefined);
    // bad: no-command-injection -- the option turns the shell on
    execFile('ffmpeg', ['-metadata', `title=${clip.title}`], { shell: true }, () => undefined);
    return reply.code(202).send();
  });

  app.post<{ Body: { url: string; codec: string; width: string; name: string } }>('/convert', async (request, reply) => {
    const { body } = request;
    const args = ['-i', body.url];
    args.push('-c:v', body.codec);
    // bad: no-command-injection
    exec('ffmpeg ' + args.join(' '));
    // ok: no-command-injection
    spawn('ffmpeg', args);
    // bad: no-command-injection
    spawn('ffmpeg', args, { shell: '/bin/bash' });
    // bad: no-command-injection -- sh -c runs its argument
    spawnSync('sh', ['-c', `ffmpeg -i ${body.url} out.mp4`]);
    // bad: no-command-injection -- the program itself is the client's
    spawn(body.codec, ['--version']);
    // ok: no-command-injection -- quoted for the shell
    exec(`ffmpeg -i ${quote([body.url])} out.mp4`);
    // ok: no-command-injection -- shell-quote joins and quotes
    exec(quote(['ffmpeg', '-i', body.url]));

    const width = Number.parseInt(body.width, 10);
    if (!Number.isInteger(width)) return reply.code(400).send({ error: 'width' });
    // ok: no-command-injection -- an integer
    exec(`convert -resize ${width} in.png out.png`);

    if (!/^[\w-]+$/.test(body.name)) {
      return reply.code(400).send({ error: 'name' });
    }
    // ok: no-command-injection -- anchored pattern, early return
    exec(`convert in.png out/${body.name}.png`);

    const codec = CODECS[body.codec as keyof typeof CODECS];
    if (!codec) throw new Error('codec');
    // ok: no-command-injection -- looked up in a closed table
    exec(`ffmpeg -c:v ${codec} -i in.mp4`);
    return reply.send({ ok: true });
  });

  app.delete<{ Params: { id: string }; Querystring: { tag?: string } }>('/renditions/:id', async (request, reply) => {
    const id = request.params.id;
    // bad: no-command-injection
    shell.exec(`rm -rf renditions/${id}`, { silent: true });
    // bad: no-command-injection
    await execaCommand(`docker rm ${request.query.tag ?? 'latest'}`, { shell: true });
    // ok: no-command-injection -- execa without a shell
    await execa('docker', ['rm', id]);
    // bad: no-command-injection
    await execa(`docker rm ${id}`, { shell: true });
    // bad: no-command-injection
    crossSpawn.sync('docker', ['rm', id], { shell: true });
    // bad-cross: no-command-injection -- the builder joins its parts for a shell
    await new Command('docker').arg('rm').arg(id).runInShell();
    // ok-cross: no-command-injection -- the builder's list goes to spawn
    new Command('docker').arg('rm').arg(id).start();
    return reply.code(204).send();
  });

  app.post('/subtitle', async (request, reply) => {
    const file = await request.file();
    if (!file) return reply.code(400).send();
    // bad: no-command-injection -- the client names the file
    exec(`iconv -f latin1 -t utf8 /tmp/${file.filename}`, (error, stdout) => {
      if (error) throw error;
      app.log.info(stdout);
    });
    const fields = file.fields;
    const lang = (fields.lang as { value: string }).value;
    // bad: no-command-injection
    exec(`iconv -f ${lang} in.srt`);
    return reply.send('ok');
  });
}
