// @complete: require-foreign-key-index
const { DataTypes } = require('sequelize');
const sequelize = require('../db');
const Post = require('./post');
const User = require('./user');

const Comment = sequelize.define(
  'Comment',
  { body: DataTypes.TEXT },
  { indexes: [{ fields: ['postId'] }] },
);

// ok: require-foreign-key-index
Comment.belongsTo(Post, { foreignKey: 'postId' });
// bad: require-foreign-key-index
Comment.belongsTo(User, { foreignKey: { name: 'userId', allowNull: false } });

module.exports = Comment;
