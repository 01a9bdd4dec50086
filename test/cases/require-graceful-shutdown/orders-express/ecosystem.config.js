// @complete: require-graceful-shutdown
module.exports = {
  apps: [
    {
      name: 'orders',
      script: 'dist/server.js',
      instances: 'max',
      // bad: require-graceful-shutdown
      exec_mode: 'cluster',
      // bad: require-graceful-shutdown
      watch: true,
      env: { NODE_ENV: 'production' },
    },
    {
      name: 'mails',
      script: 'dist/mails.js',
      instances: 2,
      // ok: require-graceful-shutdown
      exec_mode: 'cluster',
      kill_timeout: 10000,
      wait_ready: true,
    },
  ],
};
