// @complete: no-nosql-injection
const { users } = require('./collections');

exports.byLogin = (email, password) => {
  return users.findOne({ email, password });
};

exports.byName = (name) => {
  // ok: no-nosql-injection
  return users.findOne({ name: String(name) });
};
