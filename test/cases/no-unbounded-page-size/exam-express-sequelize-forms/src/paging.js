// @complete: no-unbounded-page-size
exports.paging = (req, res, next) => {
  req.paging = { limit: Math.min(Number(req.query.limit) || 20, 100), offset: Number(req.query.offset) || 0 };
  next();
};
exports.openPaging = (query) => ({ limit: +query.limit || 20 });
exports.closedPaging = (query) => {
  const limit = +query.limit || 20;
  return { limit: limit > 100 ? 100 : limit };
};
