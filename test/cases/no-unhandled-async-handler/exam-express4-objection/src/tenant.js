const { Book } = require('./models');

exports.loadTenant = async (req, res, next) => {
  req.count = await Book.query().resultSize();
  next();
};
