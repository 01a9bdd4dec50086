// @complete: no-directory-exposure
import Fastify from 'fastify';
import fastifyStatic from '@fastify/static';
import path from 'node:path';
import { PUBLIC_DIR, ROOT } from './paths';

const app = Fastify();
// ok-cross: no-directory-exposure
app.register(fastifyStatic, { root: PUBLIC_DIR, prefix: '/assets/' });
// bad-cross: no-directory-exposure
app.register(fastifyStatic, { root: ROOT, prefix: '/files/', decorateReply: false });
// bad: no-directory-exposure -- a listing
app.register(fastifyStatic, { root: path.join(__dirname, '../public'), prefix: '/list/', list: true, decorateReply: false });
// bad: no-directory-exposure
app.register(fastifyStatic, { root: path.join(__dirname, '../public'), prefix: '/dots/', dotfiles: 'allow', decorateReply: false });
// ok: no-directory-exposure
app.register(fastifyStatic, { root: path.join(__dirname, '..', 'public', '.well-known'), prefix: '/.well-known/', dotfiles: 'allow', decorateReply: false });
export { app };
