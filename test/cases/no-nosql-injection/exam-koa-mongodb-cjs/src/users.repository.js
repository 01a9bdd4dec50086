// @complete: no-nosql-injection
const { users } = require('./collections');

exports.byLogin = (email, password) => {
  // bad-cross: no-nosql-injection -- { email: { $ne: null }, password: { $ne: null } } logs anybody in
  return users.findOne({ email, password });
};

exports.byName = (name) => {
  // ok: no-nosql-injection
  return users.findOne({ name: String(name) });
};
