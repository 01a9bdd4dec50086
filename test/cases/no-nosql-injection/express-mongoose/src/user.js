const mongoose = require('mongoose');

const userSchema = new mongoose.Schema({ email: String, password: String, role: String, team: mongoose.Types.ObjectId });

module.exports = mongoose.model('User', userSchema);
