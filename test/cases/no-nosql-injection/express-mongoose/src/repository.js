const User = require('./user');

exports.findByEmail = (email) => User.findOne({ email });
exports.search = (filter) => User.find(filter).limit(20);
