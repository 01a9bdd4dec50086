const Queue = require('bull');
const { charge } = require('./charge');

const orders = new Queue('orders');
// bad: require-job-failure-handler
orders.process(async (job) => charge(job.data));
