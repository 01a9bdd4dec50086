const bcrypt = require('bcryptjs');
const users = require('./users');

module.exports.login = async (req, res, next) => {
  try {
    const user = await users.byEmail(req.body.email);
    if (!user || !(await bcrypt.compare(req.body.password, user.hash))) return res.sendStatus(401);
    res.json({ token: users.tokenOf(user) });
  } catch (err) {
    next(err);
  }
};
