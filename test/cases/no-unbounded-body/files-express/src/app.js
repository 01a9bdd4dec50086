// @complete: no-unbounded-body
const express = require('express');
const bodyParser = require('body-parser');
const multer = require('multer');
const busboy = require('busboy');
const formidable = require('formidable');
const { LIMIT, SMALL } = require('./sizes');

const app = express();
// bad: no-unbounded-body
app.use(express.json({ limit: '50mb' }));
// ok: no-unbounded-body
app.use(express.urlencoded({ extended: true, limit: '1mb' }));
// bad: no-unbounded-body
app.use(bodyParser.text({ limit: Infinity }));
// bad-cross: no-unbounded-body
app.use(bodyParser.raw({ limit: LIMIT }));
// ok-cross: no-unbounded-body
app.use(bodyParser.json({ limit: SMALL }));
// ok: no-unbounded-body
app.post('/import', express.json({ limit: '20mb' }), (req, res) => res.sendStatus(202));

// bad: no-unbounded-body
const open = multer({ dest: 'uploads/' });
// bad: no-unbounded-body
const counted = multer({ storage: multer.memoryStorage(), limits: { files: 3 } });
// ok: no-unbounded-body
const closed = multer({ dest: 'uploads/', limits: { fileSize: 5 * 1024 * 1024 } });
// bad: no-unbounded-body
const large = multer({ dest: 'uploads/', limits: { fileSize: 1024 * 1024 * 1024 } });

app.post('/photos', closed.single('photo'), (req, res) => res.sendStatus(201));
app.post('/videos', open.single('video'), counted.any(), large.any(), (req, res) => res.sendStatus(201));
app.post('/stream', (req, res) => {
  // bad: no-unbounded-body
  const parser = busboy({ headers: req.headers });
  req.pipe(parser);
  res.sendStatus(202);
});
app.post('/stream/small', (req, res) => {
  // ok: no-unbounded-body
  const parser = busboy({ headers: req.headers, limits: { fileSize: 1e6 } });
  req.pipe(parser);
  res.sendStatus(202);
});
app.post('/form', async (req, res) => {
  // bad: no-unbounded-body
  const form = formidable({});
  res.json(await form.parse(req));
});
app.listen(3000);
