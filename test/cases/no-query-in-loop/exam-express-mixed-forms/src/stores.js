const { PrismaClient } = require('@prisma/client');
const { createClient } = require('@supabase/supabase-js');
const mysql = require('mysql2/promise');
const { Pool } = require('pg');
const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);
module.exports = {
  prisma: new PrismaClient(),
  supabase: createClient(process.env.SUPABASE_URL, process.env.SUPABASE_KEY),
  pool: new Pool(),
  my: mysql.createPool({ uri: process.env.MYSQL_URL }),
  Comment: sequelize.define('Comment', { postId: DataTypes.INTEGER }),
  Post: sequelize.define('Post', { title: DataTypes.STRING }),
};
