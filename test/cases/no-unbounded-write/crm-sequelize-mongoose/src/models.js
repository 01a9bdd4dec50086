const { DataTypes, Sequelize } = require('sequelize');
const mongoose = require('mongoose');

const sequelize = new Sequelize(process.env.DATABASE_URL);
const Contact = sequelize.define('Contact', { name: DataTypes.STRING, archived: DataTypes.BOOLEAN });
const Note = mongoose.model('Note', new mongoose.Schema({ contactId: String, text: String, pinned: Boolean }));

module.exports = { sequelize, Contact, Note };
