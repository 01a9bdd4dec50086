exports.byEmail = async () => null;
exports.tokenOf = () => '';
