// @complete: require-jwt-algorithms
'use strict';

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing`);
  return value;
}

module.exports = {
  jwt: {
    publicKey: required('JWT_PUBLIC_KEY'),
    privateKey: required('JWT_PRIVATE_KEY'),
    issuer: 'https://id.orders.example',
  },
  verifyOptions: { algorithms: ['RS256'], issuer: 'https://id.orders.example' },
  looseOptions: { issuer: 'https://id.orders.example', clockTolerance: 5 },
  mixedAlgorithms: ['RS256', 'HS256'],
};
