// The official TypeScript client, unmodified, trades at a simulated venue.
//
//   ploy simulate --world 'longdated:questions=2;newer=0' --json > venue.json &
//   node trade.mjs venue.json
//
// Prints a line for every check; ends with status 1 at the first that fails.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createWalletClient, http } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { polygon } from 'viem/chains';
import { AssetType, ClobClient, OrderType, Side } from '@polymarket/clob-client-v2';

const venue = JSON.parse(readFileSync(process.argv[2], 'utf8').split('\n')[0]);
const TYPES = { eoa: 0, proxy: 1, safe: 2, deposit: 3 };

let checks = 0;
function check(what, ok, found) {
  assert.ok(ok, `${what}: ${JSON.stringify(found)}`);
  checks++;
  console.log(`ok ${what}`);
}

async function refused(what, call, text) {
  let answer;
  try {
    answer = await call();
  } catch (error) {
    answer = { error: error.message };
  }
  const said = JSON.stringify(answer);
  check(`${what} is refused`, said.includes(text), answer);
}

async function until(what, look, seconds = 20) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found) {
      check(what, true);
      return found;
    }
    assert.ok(Date.now() < end, `${what}: not within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function clientOf(account, creds) {
  const signer = createWalletClient({
    account: privateKeyToAccount(account.privateKey),
    chain: polygon,
    transport: http('http://127.0.0.1:1'),
  });
  return new ClobClient({
    host: venue.urls.clob,
    chain: venue.chainId,
    signer,
    creds,
    signatureType: TYPES[account.kind],
    funderAddress: account.funder,
  });
}

async function credentials(account) {
  const first = clientOf(account);
  const derived = await first.deriveApiKey();
  check(`${account.name}: credentials are derived`, derived.key === account.credentials.apiKey, derived.key);
  const made = await first.createApiKey(Date.now() % 1_000_000);
  check(`${account.name}: credentials are created`, made.key && made.key !== derived.key, made.key);
  return derived;
}

async function publicReads(client, market) {
  const token = market.tokens[0].tokenId;
  check('the service answers', (await client.getOk()) === 'OK');
  check('the version is 2', (await client.getVersion()) === 2);
  const time = await client.getServerTime();
  check('the time is now', Math.abs(time - Date.now() / 1000) < 5, time);
  const book = await client.getOrderBook(token);
  check('the book has both sides', book.bids.length > 0 && book.asks.length > 0);
  check('the best levels are last', Number(book.bids.at(-1).price) > Number(book.bids[0].price), book.bids);
  check('the book hash is the client\'s own', (await client.getOrderBookHash({ ...book })) === book.hash, book.hash);
  check('books are read together', (await client.getOrderBooks([{ token_id: token, side: 'BUY' }])).length === 1);
  check('the tick is the market\'s', (await client.getTickSize(token)) === market.tickSize);
  check('the neg-risk flag is the market\'s', (await client.getNegRisk(token)) === market.negRisk);
  check('there is a middle', Number((await client.getMidpoint(token)).mid) > 0);
  check('there is a spread', Number((await client.getSpread(token)).spread) > 0);
  const bid = Number((await client.getPrice(token, 'BUY')).price);
  const ask = Number((await client.getPrice(token, 'SELL')).price);
  check('BUY is the bid and SELL the ask', bid < ask, [bid, ask]);
  const listed = await client.getMarket(market.conditionId);
  check('the market is described', listed.condition_id === market.conditionId && listed.tokens.length === 2);
  check('markets are listed', (await client.getMarkets()).data.length > 0);
  const terms = await client.getClobMarketInfo(market.conditionId);
  check('the market\'s terms are known', terms.mts > 0 && terms.t.length === 2, terms);
  return { bid, ask };
}

async function trade(client, account, market) {
  const name = `${account.name}, ${market.negRisk ? 'neg-risk' : 'ordinary'}`;
  const token = market.tokens[0].tokenId;
  const options = { tickSize: market.tickSize, negRisk: market.negRisk };
  const low = Number(market.tickSize);
  const rest = (size) => ({ tokenID: token, price: low, size, side: Side.BUY });

  const resting = await client.createAndPostOrder(rest(10), options, OrderType.GTC);
  check(`${name}: a GTC order rests`, resting.success && resting.status === 'live', resting);
  const open = await client.getOrder(resting.orderID);
  check(`${name}: it is found by its id`, open.id === resting.orderID && open.status === 'LIVE', open);
  check(`${name}: it is among the open orders`,
    (await client.getOpenOrders({ market: market.conditionId })).some((each) => each.id === resting.orderID));
  check(`${name}: it says whether it scores`,
    typeof (await client.isOrderScoring({ order_id: resting.orderID })).scoring === 'boolean');
  const cancelled = await client.cancelOrder({ orderID: resting.orderID });
  check(`${name}: it is cancelled`, cancelled.canceled.includes(resting.orderID), cancelled);
  const again = await client.cancelOrder({ orderID: resting.orderID });
  check(`${name}: it cannot be cancelled twice`, Boolean(again.not_canceled[resting.orderID]), again);

  const until90 = Math.floor(Date.now() / 1000) + 150;
  const dated = await client.createAndPostOrder({ ...rest(10), expiration: until90 }, options, OrderType.GTD);
  check(`${name}: a GTD order rests`, dated.success && dated.status === 'live', dated);
  const posted = await client.createAndPostOrder(rest(11), options, OrderType.GTC, true);
  check(`${name}: a post-only order rests`, posted.success && posted.status === 'live', posted);
  await refused(`${name}: a post-only order that crosses`,
    () => client.createAndPostOrder({ tokenID: token, price: 1 - low, size: 10, side: Side.BUY }, options, OrderType.GTC, true),
    'order crosses book');

  const batch = [];
  for (const size of [12, 13, 14]) {
    batch.push({ order: await client.createOrder(rest(size), options), orderType: OrderType.GTC });
  }
  const several = await client.postOrders(batch);
  check(`${name}: a batch rests`, several.length === 3 && several.every((each) => each.success), several);
  const two = await client.cancelOrders(several.slice(0, 2).map((each) => each.orderID));
  check(`${name}: two are cancelled together`, two.canceled.length === 2, two);
  const ofMarket = await client.cancelMarketOrders({ market: market.conditionId });
  check(`${name}: the market's are cancelled`, ofMarket.canceled.length === 3, ofMarket);

  const killed = await client.createAndPostMarketOrder(
    { tokenID: token, price: 0.99, amount: 10, side: Side.BUY }, options, OrderType.FOK);
  check(`${name}: a FOK buy is matched`, killed.success && killed.status === 'matched', killed);
  check(`${name}: it names its trades`, killed.tradeIDs === undefined || killed.tradeIDs.length > 0, killed);
  const trades = await until(`${name}: its trade settles`, async () => {
    const all = await client.getTrades({ market: market.conditionId });
    const own = all.filter((each) => each.taker_order_id === killed.orderID);
    return own.length > 0 && own.every((each) => each.status === 'CONFIRMED') && own;
  });
  check(`${name}: a settled trade has a transaction`, trades[0].transaction_hash.startsWith('0x'), trades[0]);
  const held = await until(`${name}: the shares are there`, async () => {
    const balance = await client.getBalanceAllowance({ asset_type: AssetType.CONDITIONAL, token_id: token });
    return Number(balance.balance) > 0 && balance;
  });
  const shares = Math.floor(Number(held.balance) / 10_000) / 100;
  const sold = await client.createAndPostMarketOrder(
    { tokenID: token, price: low, amount: Math.min(shares, 6), side: Side.SELL }, options, OrderType.FAK);
  check(`${name}: a FAK sale is matched`, sold.success && sold.status === 'matched', sold);
  await refused(`${name}: a FOK that finds too little`,
    () => client.createAndPostMarketOrder(
      { tokenID: token, price: Number(market.tickSize) * 2, amount: 5000, side: Side.BUY }, options, OrderType.FOK),
    'FOK orders are fully filled or killed');
}

async function wrongs(client, market) {
  const token = market.tokens[0].tokenId;
  const options = { tickSize: market.tickSize, negRisk: market.negRisk };
  const order = { tokenID: token, price: 0.05, size: 10, side: Side.BUY };
  await refused('an order on the wrong exchange',
    () => client.createAndPostOrder(order, { ...options, negRisk: !market.negRisk }), 'invalid');
  await refused('an order below the minimum', () => client.createAndPostOrder({ ...order, size: 1 }, options), 'lower than the minimum');
  await refused('an order beyond the balance',
    () => client.createAndPostOrder({ ...order, price: 0.5, size: 1_000_000 }, options), 'not enough balance');
  const signed = await client.createOrder(order, options);
  const once = await client.postOrder(signed, OrderType.GTC);
  check('an order is posted by itself', once.success, once);
  await refused('the same order again', () => client.postOrder(signed, OrderType.GTC), 'Duplicated');
  await client.cancelAll();
  check('nothing rests after all were cancelled', (await client.getOpenOrders()).length === 0);
}

async function heartbeat(client) {
  const first = await client.postHeartbeat('');
  check('a heartbeat is answered', Boolean(first.heartbeat_id), first);
  const next = await client.postHeartbeat(first.heartbeat_id);
  check('the next one chains', Boolean(next.heartbeat_id), next);
}

const lasting = venue.markets.toSorted((one, other) => other.endsAt.localeCompare(one.endsAt));
const markets = [lasting.find((each) => each.version === 'v1' && !each.negRisk), lasting.find((each) => each.negRisk)]
  .filter(Boolean);
for (const account of venue.accounts) {
  const client = clientOf(account, await credentials(account));
  await publicReads(client, markets[0]);
  const money = await client.getBalanceAllowance({ asset_type: AssetType.COLLATERAL });
  check(`${account.name}: its collateral is known`, Number(money.balance) > 0, money);
  for (const market of markets) {
    await trade(client, account, market);
  }
  await wrongs(client, markets[0]);
  check(`${account.name}: notifications are read`, Array.isArray(await client.getNotifications()));
  check(`${account.name}: it may buy`, (await client.getClosedOnlyMode()).closed_only === false);
  await heartbeat(client);
}
const stranger = clientOf(venue.accounts[0], { key: '00000000-0000-0000-0000-000000000000', secret: 'AAAA', passphrase: 'x' });
await refused('an unknown key', () => stranger.getApiKeys(), 'Invalid api key');
console.log(`${checks} checks passed`);
