// @complete: require-error-handler
const express = require('express');
const posts = require('./posts');
const { finish } = require('./finish');

// bad: require-error-handler
const bare = express();
bare.use(express.json());
bare.use('/posts', posts);
bare.listen(3000);

// ok-cross: require-error-handler
const app = express();
app.use('/posts', posts);
finish(app);
app.listen(3001);

// ok: require-error-handler
const probe = express();
probe.get('/health', (req, res) => res.sendStatus(204));
probe.listen(9000);
