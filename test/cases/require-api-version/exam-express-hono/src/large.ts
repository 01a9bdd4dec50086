// @complete: require-api-version
import express from 'express';

// bad: require-api-version -- said once for a whole router
const app = express();
app.get('/labels', (req, res) => res.json([]));
app.post('/labels', (req, res) => res.status(201).json({}));
app.get('/labels/:id', (req, res) => res.json({}));
app.put('/labels/:id', (req, res) => res.json({}));
app.delete('/labels/:id', (req, res) => res.sendStatus(204));
app.listen(3005);
