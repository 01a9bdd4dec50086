'use strict';

const HOSTS = ['app.example.com'];

exports.toPath = (value) => {
  const { pathname, search } = new URL(value, 'http://local');
  return pathname + search;
};

exports.isAllowed = (value) => {
  try {
    return HOSTS.includes(new URL(value).host);
  } catch {
    return false;
  }
};
