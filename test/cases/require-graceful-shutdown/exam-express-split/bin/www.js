// @complete: require-graceful-shutdown
const app = require('../src/app');

const port = process.env.PORT || 3000;

// bad: require-graceful-shutdown
app.listen(port, () => console.log(`listening on ${port}`));
