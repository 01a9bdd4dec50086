// @complete: no-command-injection
import { WebSocketServer } from 'ws';
import { exec, spawn } from 'node:child_process';

const wss = new WebSocketServer({ port: 8090 });
const TOOLS = ['identify', 'exiftool'];

wss.on('connection', (socket) => {
  socket.on('message', (raw) => {
    const message = JSON.parse(raw.toString());
    if (message.type === 'ping') {
      // bad: no-command-injection
      exec(`ping -c 1 ${message.host}`, (error, stdout) => socket.send(error ? error.message : stdout));
      return;
    }
    if (TOOLS.includes(message.tool)) {
      // ok: no-command-injection -- closed list, arguments apart
      spawn(message.tool, ['--', message.file]);
      // bad: no-command-injection -- the tool is checked, the file is not
      exec(`${message.tool} ${message.file}`);
    }
  });
});
