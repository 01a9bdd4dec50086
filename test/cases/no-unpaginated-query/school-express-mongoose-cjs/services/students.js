'use strict';
// @complete: no-unpaginated-query
const Student = require('../models/student');

// bad-cross: no-unpaginated-query
// fix: no-unpaginated-query
exports.list = () => Student.find();

// bad-cross: no-unpaginated-query
exports.active = () => Student.find({ active: true }).sort('name').lean();

exports.ofGrade = async (grade) => {
  // bad-cross: no-unpaginated-query
  const students = await Student.where('grade').equals(grade).find().exec();
  return students;
};

// ok-cross: no-unpaginated-query
exports.page = (page) => Student.find().sort('name').skip(page * 30).limit(30).lean();

// ok-cross: no-unpaginated-query
exports.withOptions = () => Student.find({ active: true }, 'name number', { limit: 30, sort: 'name' });

// ok-cross: no-unpaginated-query -- a parent's id
exports.ofClassroom = (classroomId) => Student.find({ classroomId }).lean();

// ok-cross: no-unpaginated-query
exports.byNumber = (number) => Student.findOne({ number });

// ok-cross: no-unpaginated-query
exports.byId = (id) => Student.findById(id).lean();

// ok-cross: no-unpaginated-query
exports.some = (ids) => Student.find({ _id: { $in: ids } });

// ok-cross: no-unpaginated-query
exports.count = () => Student.countDocuments({ active: true });

// ok-cross: no-unpaginated-query
exports.exists = (number) => Student.exists({ number });

// ok-cross: no-unpaginated-query
exports.each = (handle) => Student.find().cursor({ batchSize: 100 }).eachAsync(handle);

// ok-cross: no-unpaginated-query -- groups
exports.perGrade = () => Student.aggregate([{ $group: { _id: '$grade', n: { $sum: 1 } } }]);
