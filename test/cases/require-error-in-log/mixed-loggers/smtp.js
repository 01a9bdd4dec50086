exports.send = async (mail) => mail;
