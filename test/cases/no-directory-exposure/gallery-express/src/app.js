// @complete: no-directory-exposure
const path = require('path');
const express = require('express');
const serveIndex = require('serve-index');
const { ROOT, PUBLIC } = require('./folders');

const app = express();
// bad: no-directory-exposure
app.use(express.static(__dirname));
// bad: no-directory-exposure
app.use('/files', express.static(process.cwd()));
// bad: no-directory-exposure
app.use(express.static(path.join(__dirname, '..')));
// bad: no-directory-exposure
app.use('/settings', express.static('config'));
// bad-cross: no-directory-exposure
app.use(express.static(ROOT));
// ok-cross: no-directory-exposure
app.use(express.static(PUBLIC));
// ok: no-directory-exposure
app.use(express.static(path.join(__dirname, '../public'), { maxAge: '1d' }));
// ok: no-directory-exposure
app.use('/uploads', express.static(path.join(__dirname, '..', 'uploads')));
// bad: no-directory-exposure
app.use('/media', express.static('public', { dotfiles: 'allow' }));
// ok: no-directory-exposure
app.use('/.well-known', express.static('public/.well-known', { dotfiles: 'allow' }));
// bad: no-directory-exposure
app.use('/uploads', serveIndex('uploads'));
app.listen(3000);
