// @complete: valid-error-middleware
// bad-cross: valid-error-middleware
// fix: valid-error-middleware
exports.handleErrors = (err, req, res) => {
  res.status(500).json({ error: 'failed' });
};

// ok-cross: valid-error-middleware
exports.reportErrors = (err, req, res, next) => {
  console.error(err);
  next(err);
};

// ok-cross: valid-error-middleware -- called by others, not by Express
exports.answerWith = (err, req, res) => {
  res.status(err.status).json({ error: err.title });
};
