// Runs the chat client inside this very process, with the command line it was given. Two things are added:
// it ends when its standard input closes, which happens however the bot ends, even when it is killed;
// and it listens on this machine only, not on the whole network.
import net from 'node:net';

process.stdin.on('close', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
process.stdin.resume();

// The bot calls it at "localhost". Windows takes two seconds to notice that nobody listens on the first of that name's
// addresses, so there the name itself is listened on; elsewhere a refusal is instant and the digits always exist.
const host = process.platform === 'win32' ? 'localhost' : '127.0.0.1';
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  return typeof port === 'number' && typeof rest[0] !== 'string'
    ? listen.call(this, port, host, ...rest)
    : listen.call(this, port, ...rest);
};

await import('./node_modules/@microsoft/m365agentsplayground/cli.js');
