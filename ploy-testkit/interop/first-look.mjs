// Starts a simulated Polymarket, looks at a book and at an account, and ends it. Needs nothing but Node 20.
//
//   node first-look.mjs ploy simulate --json --world 'longdated:questions=2'
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

async function start(command, ...options) {
  const process = spawn(command, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: process.stdout }), 'line');
  return { process, venue: JSON.parse(line) };
}

const { process: simulator, venue } = await start(...process.argv.slice(2));
try {
  const market = venue.markets[0];
  const answer = await fetch(`${venue.urls.clob}/book?token_id=${market.tokens[0].tokenId}`);
  const book = await answer.json();
  const account = venue.accounts.find((each) => each.kind === 'safe');
  console.log(`${market.question} best bid ${book.bids.at(-1).price}, best ask ${book.asks.at(-1).price}`);
  console.log(`${account.name} holds ${account.collateral} USD in ${account.funder}`);
} finally {
  simulator.kill();
}
