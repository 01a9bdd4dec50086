// @complete: require-graceful-shutdown
module.exports = {
  apps: [
    // bad: require-graceful-shutdown
    {
      name: 'orders',
      script: 'bin/www.js',
      instances: 'max',
      exec_mode: 'cluster',
    },
    // ok: require-graceful-shutdown
    {
      name: 'orders-steady',
      script: 'bin/www.js',
      instances: 2,
      exec_mode: 'cluster',
      kill_timeout: 10000,
      wait_ready: true,
    },
    // ok: require-graceful-shutdown
    { name: 'mailer', script: 'bin/mailer.js', exec_mode: 'fork' },
  ],
};
