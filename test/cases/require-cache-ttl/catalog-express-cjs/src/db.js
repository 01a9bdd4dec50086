exports.loadProduct = async (id) => ({ id });
exports.loadPrices = async (id) => [id];
