// @complete: require-oauth-state
'use strict';
exports.facebookOptions = { clientID: process.env.FB_ID, clientSecret: process.env.FB_SECRET, callbackURL: '/fb/cb' };
exports.safeFacebookOptions = { clientID: process.env.FB_ID, clientSecret: process.env.FB_SECRET, callbackURL: '/fb/cb', state: true };
