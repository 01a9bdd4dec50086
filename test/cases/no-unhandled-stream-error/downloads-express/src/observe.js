exports.observe = (client) => client.on('error', (error) => console.error(error));
