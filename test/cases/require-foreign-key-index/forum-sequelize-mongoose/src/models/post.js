// @complete: require-foreign-key-index
const { DataTypes, Model } = require('sequelize');
const sequelize = require('../db');
const User = require('./user');

class Post extends Model {}

Post.init(
  {
    title: DataTypes.STRING,
    // bad: require-foreign-key-index
    // fix: require-foreign-key-index
    authorId: { type: DataTypes.INTEGER, references: { model: 'users', key: 'id' } },
    // ok: require-foreign-key-index
    boardId: { type: DataTypes.INTEGER, field: 'board_id', references: { model: 'boards', key: 'id' } },
    // ok: require-foreign-key-index
    slugId: { type: DataTypes.INTEGER, unique: true, references: { model: 'slugs', key: 'id' } },
  },
  { sequelize, modelName: 'Post', indexes: [{ fields: ['board_id', 'title'] }, { unique: true, fields: ['title', 'author_id'] }] },
);

// ok: require-foreign-key-index
Post.belongsTo(User, { as: 'author', foreignKey: 'authorId' });

module.exports = Post;
