exports.charge = async (order) => order;
