const mongoose = require('mongoose');

const userSchema = new mongoose.Schema({ email: String, password: String, apiKey: String });
const memberSchema = new mongoose.Schema({ email: String, password: { type: String, select: false } });
const clerkSchema = new mongoose.Schema({ email: String, password: String });
clerkSchema.set('toJSON', {
  transform(doc, ret) {
    delete ret.password;
    return ret;
  },
});

module.exports = {
  User: mongoose.model('User', userSchema),
  Member: mongoose.model('Member', memberSchema),
  Clerk: mongoose.model('Clerk', clerkSchema),
};
