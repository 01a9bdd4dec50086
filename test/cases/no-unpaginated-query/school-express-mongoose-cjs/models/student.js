'use strict';
const { Schema, model } = require('mongoose');

const studentSchema = new Schema({
  name: String,
  number: { type: String, unique: true },
  classroomId: { type: Schema.Types.ObjectId, ref: 'Classroom' },
  grade: Number,
  active: Boolean,
});

module.exports = model('Student', studentSchema);
