exports.exchangeCodeForTokens = async (code) => (await fetch(`https://id.example.com/token?code=${code}`)).json();
