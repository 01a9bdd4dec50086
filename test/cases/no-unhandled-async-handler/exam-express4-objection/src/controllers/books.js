const { Book } = require('../models');

class BooksController {
  async list(req, res) {
    res.json(await Book.query().limit(50));
  }

  async create(req, res, next) {
    try {
      res.status(201).json(await Book.query().insert({ title: req.body.title }));
    } catch (err) {
      next(err);
    }
  }

  remove = async (req, res) => {
    await Book.query().deleteById(req.params.id);
    res.sendStatus(204);
  };
}

module.exports = new BooksController();
