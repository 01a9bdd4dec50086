// @complete: require-error-handler, no-permissive-cors, no-unbounded-body
import http from 'node:http';
import busboy from 'busboy';
import formidable from 'formidable';

// bad: require-error-handler -- a rejection hangs the request
const server = http.createServer(async (req, res) => {
  // bad: no-permissive-cors
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin ?? '*');
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  const data = await load(req.url!);
  res.end(JSON.stringify(data));
});
server.listen(9000);

// ok: require-error-handler
const safe = http.createServer(async (req, res) => {
  try {
    res.end(JSON.stringify(await load(req.url!)));
  } catch (err) {
    console.error(err);
    res.statusCode = 500;
    res.end();
  }
});
safe.listen(9001);

async function load(url: string) {
  return { url };
}

export function receive(req: http.IncomingMessage) {
  // bad: no-unbounded-body
  const form = busboy({ headers: req.headers });
  req.pipe(form);
  // ok: no-unbounded-body
  const small = busboy({ headers: req.headers, limits: { fileSize: 1_000_000, files: 1 } });
  req.pipe(small);
  // ok: no-unbounded-body
  const parsed = formidable({ maxFileSize: 3 * 1024 * 1024 });
  return parsed.parse(req);
}
