exports.notFound = (res, what) => res.status(404).json({ error: `${what} not found` });
exports.sendError = function sendError(res, status, message) {
  res.status(status);
  res.json({ error: message });
};
exports.warnWhenLate = (res, late) => {
  if (late) res.set('x-late', '1');
};
