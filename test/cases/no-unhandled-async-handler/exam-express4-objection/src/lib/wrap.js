exports.wrap = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);
exports.timed = (fn) => (req, res, next) => {
  console.time(req.url);
  return fn(req, res, next);
};
