const { Sequelize, DataTypes } = require('sequelize');
const mongoose = require('mongoose');

const sequelize = new Sequelize(process.env.DATABASE_URL);
exports.Order = sequelize.define('Order', { total: DataTypes.INTEGER });
exports.Message = mongoose.model('Message', new mongoose.Schema({ text: String, channel: String }, { timestamps: true }));
