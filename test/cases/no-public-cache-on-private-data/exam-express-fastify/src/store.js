exports.findAccount = async (id) => ({ id });
exports.findRates = async () => [];
