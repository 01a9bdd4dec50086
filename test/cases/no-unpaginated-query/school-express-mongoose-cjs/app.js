'use strict';
// @complete: no-unpaginated-query
const express = require('express');
const Student = require('./models/student');
const students = require('./services/students');

const app = express();

app.get('/students', (req, res, next) => {
  students
    .list()
    .then((list) => res.json(list))
    .catch(next);
});

app.get('/students/export', (req, res) => {
  // ok-cross: no-unpaginated-query -- streamed
  Student.find().lean().cursor().pipe(res);
});

app.get('/students/callback', (req, res, next) => {
  // bad-cross: no-unpaginated-query
  Student.find({ grade: req.query.grade }).then((found) => res.json(found), next);
});

app.get('/students/found', (req, res) => {
  const groups = [{ name: 'a' }, { name: 'b' }];
  // ok: no-unpaginated-query -- an array's find
  res.json(groups.find((group) => group.name === req.query.group));
});

module.exports = app;
