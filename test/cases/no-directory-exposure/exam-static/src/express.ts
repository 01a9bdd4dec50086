// @complete: no-directory-exposure
import express from 'express';
import serveIndex from 'serve-index';
import { PUBLIC_DIR, ROOT } from './paths';

const app = express();
// ok-cross: no-directory-exposure
app.use(express.static(PUBLIC_DIR));
// bad: no-directory-exposure
app.use('/public', serveIndex('public'));
// bad-cross: no-directory-exposure
app.use(express.static(ROOT));
// bad: no-directory-exposure
app.use('/raw', express.static(process.cwd()));
// bad: no-directory-exposure -- private keys
app.use('/keys', express.static('keys'));
// ok: no-directory-exposure
app.use('/favicon.ico', express.static('public/favicon.ico'));
export { app };
