import { rule } from '../../../src/rules/data/no-nosql-injection.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import express from 'express';\nimport mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ name: String }));\nconst app = express();\n";
const post = (body: string): string => `${head}app.post('/x', async (req, res) => {\n  ${body}\n});`;

ruleTester.run('no-nosql-injection', rule as never, {
  valid: [
    { name: 'text', code: post('res.json(await User.findOne({ name: String(req.body.name) }));') },
    { name: 'a template is text', code: post('res.json(await User.findOne({ name: `${req.body.name}` }));') },
    { name: 'a number', code: post('res.json(await User.findOne({ age: Number(req.body.age) }));') },
    { name: 'a path parameter', code: post('res.json(await User.findOne({ name: req.params.name }));') },
    { name: 'an id', code: post('res.json(await User.findById(req.body.id));') },
    { name: 'not the filter', code: post("await User.updateOne({ name: 'a' }, { $set: { name: req.body.name } });") },
    {
      name: 'validated before the handler',
      code: `${head}import { celebrate, Joi } from 'celebrate';\napp.post('/x', celebrate({ body: Joi.object({ name: Joi.string() }) }), async (req, res) => {\n  res.json(await User.findOne({ name: req.body.name }));\n});`,
    },
  ],
  invalid: [
    {
      name: 'a value',
      code: post('res.json(await User.findOne({ name: req.body.name }));'),
      errors: [
        {
          messageId: 'operator',
          data: { source: 'req.body.name', sink: 'User.findOne', way: '' },
          suggestions: [
            {
              messageId: 'text',
              data: { code: 'String(req.body.name)' },
              output: post('res.json(await User.findOne({ name: String(req.body.name) }));'),
            },
          ],
        },
      ],
    },
    {
      name: 'a shorthand property',
      code: post('const { name } = req.body;\n  res.json(await User.findOne({ name }));'),
      errors: [
        {
          messageId: 'operator',
          suggestions: [
            {
              messageId: 'text',
              output: post('const { name } = req.body;\n  res.json(await User.findOne({ name: String(name) }));'),
            },
          ],
        },
      ],
    },
    {
      name: 'the whole filter',
      code: post('res.json(await User.find(req.body).limit(5));'),
      errors: [{ messageId: 'filter', suggestions: [] }],
    },
    {
      name: 'inside $or',
      code: post("res.json(await User.findOne({ $or: [{ name: req.body.name }, { name: 'x' }] }));"),
      errors: [{ messageId: 'operator', suggestions: 1 }],
    },
    {
      name: 'code',
      code: post('res.json(await User.findOne({ $where: `this.name == "${req.params.name}"` }));'),
      errors: [{ messageId: 'code', suggestions: [] }],
    },
  ],
});
