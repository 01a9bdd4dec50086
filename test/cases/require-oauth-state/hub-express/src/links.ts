// @complete: require-oauth-state
import { randomBytes } from 'node:crypto';
import express from 'express';
import { google } from 'googleapis';

export const router = express.Router();
const drive = new google.auth.OAuth2(process.env.GOOGLE_ID, process.env.GOOGLE_SECRET, '/callback');

router.get('/connect/slack', (req, res) => {
  // bad: require-oauth-state
  const params = new URLSearchParams({ client_id: process.env.SLACK_ID!, scope: 'chat:write', redirect_uri: '/slack/callback', response_type: 'code' });
  res.redirect(`https://slack.com/oauth/v2/authorize?${params}`);
});

router.get('/connect/notion', (req, res) => {
  // bad: require-oauth-state
  res.redirect(`https://api.notion.com/v1/oauth/authorize?client_id=${process.env.NOTION_ID}&response_type=code&redirect_uri=${process.env.NOTION_CALLBACK}`);
});

router.get('/connect/drive', (req, res) => {
  // bad: require-oauth-state
  res.redirect(drive.generateAuthUrl({ access_type: 'offline', scope: ['drive'] }));
});

router.get('/connect/:workspaceId/linear', (req, res) => {
  const { workspaceId } = req.params;
  // bad: require-oauth-state
  const params = new URLSearchParams({ client_id: process.env.LINEAR_ID!, response_type: 'code', redirect_uri: '/linear', state: workspaceId });
  res.redirect(`https://linear.app/oauth/authorize?${params}`);
});

router.get('/connect/:teamId/jira', (req, res) => {
  const state = Buffer.from(JSON.stringify({ teamId: req.params.teamId })).toString('base64');
  // bad: require-oauth-state
  res.redirect(`https://auth.atlassian.com/authorize?client_id=${process.env.JIRA_ID}&response_type=code&state=${state}`);
});

router.get('/connect/zoom', (req, res) => {
  const state = randomBytes(16).toString('hex');
  req.session.oauthState = state;
  // ok: require-oauth-state
  const params = new URLSearchParams({ client_id: process.env.ZOOM_ID!, response_type: 'code', redirect_uri: '/zoom', state });
  res.redirect(`https://zoom.us/oauth/authorize?${params}`);
});

router.get('/connect/x', (req, res) => {
  // ok: require-oauth-state
  const params = new URLSearchParams({ client_id: process.env.X_ID!, response_type: 'code', redirect_uri: '/x', code_challenge: challenge(req), code_challenge_method: 'S256' });
  res.redirect(`https://x.com/i/oauth2/authorize?${params}`);
});

export const exchange = (code: string) =>
  fetch('https://slack.com/api/oauth.v2.access', {
    method: 'POST',
    // ok: require-oauth-state
    body: new URLSearchParams({ client_id: process.env.SLACK_ID!, client_secret: process.env.SLACK_SECRET!, code, redirect_uri: '/slack/callback', scope: 'chat:write' }),
  });

declare function challenge(req: express.Request): string;
