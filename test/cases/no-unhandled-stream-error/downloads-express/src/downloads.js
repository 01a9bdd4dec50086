// @complete: no-unhandled-stream-error
const fs = require('node:fs');
const zlib = require('node:zlib');
const { pipeline } = require('node:stream/promises');

exports.plain = (req, res) => {
  // bad: no-unhandled-stream-error
  fs.createReadStream('/data/report.csv').pipe(res);
};

exports.packed = (req, res, next) => {
  const source = fs.createReadStream('/data/report.csv');
  // bad: no-unhandled-stream-error
  source.pipe(res);
};

exports.upload = (req, res) => {
  // bad: no-unhandled-stream-error
  req.pipe(fs.createWriteStream('/data/upload.bin'));
  req.on('end', () => res.end());
};

exports.heard = (req, res, next) => {
  const source = fs.createReadStream('/data/report.csv');
  source.on('error', next);
  // ok: no-unhandled-stream-error
  source.pipe(res);
};

exports.chained = (req, res, next) => {
  // ok: no-unhandled-stream-error
  fs.createReadStream('/data/report.csv').on('error', next).pipe(res);
};

exports.safe = async (req, res) => {
  // ok: no-unhandled-stream-error
  await pipeline(fs.createReadStream('/data/report.csv'), zlib.createGzip(), res);
};
