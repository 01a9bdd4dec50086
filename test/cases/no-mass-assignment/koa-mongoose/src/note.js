const { Schema, model } = require('mongoose');

module.exports = model('Note', new Schema({ title: String, text: String, owner: String, pinned: Boolean }));
