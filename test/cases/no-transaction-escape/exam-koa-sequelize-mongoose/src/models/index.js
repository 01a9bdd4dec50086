'use strict';
const { Sequelize, DataTypes } = require('sequelize');
const mongoose = require('mongoose');

const sequelize = new Sequelize(process.env.DATABASE_URL);
const Account = sequelize.define('Account', { owner: DataTypes.STRING, cents: DataTypes.INTEGER });
const Posting = sequelize.define('Posting', { accountId: DataTypes.INTEGER, cents: DataTypes.INTEGER });
const Course = mongoose.model('Course', new mongoose.Schema({ title: String, seats: Number }));
const Enrolment = mongoose.model('Enrolment', new mongoose.Schema({ course: mongoose.ObjectId, student: String }));

module.exports = { sequelize, Account, Posting, Course, Enrolment };
