const mongoose = require('mongoose');

exports.Shelf = mongoose.model('Shelf', new mongoose.Schema({ name: String }));
