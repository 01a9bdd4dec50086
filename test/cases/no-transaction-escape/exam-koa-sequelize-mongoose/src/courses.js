// @complete: no-transaction-escape
'use strict';
const mongoose = require('mongoose');
const { Course, Enrolment } = require('./models');

exports.enrol = async (courseId, student) => {
  const session = await mongoose.startSession();
  try {
    await session.withTransaction(async () => {
      // ok: no-transaction-escape
      await Course.updateOne({ _id: courseId }, { $inc: { seats: -1 } }, { session });
      // bad: no-transaction-escape -- without the session it is a write of its own
      await Enrolment.create({ course: courseId, student });
    });
  } finally {
    await session.endSession();
  }
};

exports.leave = async (courseId, student) => {
  const session = await mongoose.startSession();
  session.startTransaction();
  try {
    // ok: no-transaction-escape -- the session as a link of the chain
    await Enrolment.deleteOne({ course: courseId, student }).session(session);
    // bad: no-transaction-escape
    await Course.updateOne({ _id: courseId }, { $inc: { seats: 1 } });
    await session.commitTransaction();
  } catch (error) {
    await session.abortTransaction();
    throw error;
  } finally {
    await session.endSession();
  }
};

exports.swap = async (from, to, student) => {
  await mongoose.connection.transaction(async (session) => {
    // ok: no-transaction-escape
    await Enrolment.deleteOne({ course: from, student }, { session });
    // ok: no-transaction-escape
    await Enrolment.create([{ course: to, student }], { session });
    const course = await Course.findById(to).session(session);
    course.seats -= 1;
    // ok: no-transaction-escape -- a document read with the session keeps it
    await course.save();
  });
};
