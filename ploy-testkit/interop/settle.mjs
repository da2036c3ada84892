// The official relayer client and viem, unmodified, split, merge and approve at a simulated venue.
//
//   ploy simulate --world 'longdated:questions=2;newer=1' --json > venue.json &
//   node settle.mjs venue.json
//
// Prints a line for every check; ends with status 1 at the first that fails.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createPublicClient, createWalletClient, encodeFunctionData, http, maxUint256, parseAbi, zeroHash } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { polygon } from 'viem/chains';
import { BuilderConfig } from '@polymarket/builder-signing-sdk';
import { RelayClient, RelayerTransactionState, RelayerTxType } from '@polymarket/builder-relayer-client';
import { ClobClient } from '@polymarket/clob-client-v2';

const venue = JSON.parse(readFileSync(process.argv[2], 'utf8').split('\n')[0]);
const chain = { ...polygon, rpcUrls: { default: { http: [venue.urls.chain] } } };
const node = createPublicClient({ chain, transport: http() });
const { collateral, conditionalTokens, collateralAdapter, negRiskCollateralAdapter, positionManager, router } = venue.contracts;
const ABI = parseAbi([
  'function approve(address spender, uint256 amount) returns (bool)',
  'function allowance(address owner, address spender) view returns (uint256)',
  'function setApprovalForAll(address operator, bool approved)',
  'function isApprovedForAll(address owner, address operator) view returns (bool)',
  'function balanceOfBatch(address[] owners, uint256[] ids) view returns (uint256[])',
  'function payoutDenominator(bytes32 condition) view returns (uint256)',
  'function splitPosition(address collateral, bytes32 parent, bytes32 condition, uint256[] partition, uint256 amount)',
  'function mergePositions(address collateral, bytes32 parent, bytes32 condition, uint256[] partition, uint256 amount)',
  'function split(bytes31 condition, uint256 amount)',
  'function merge(bytes31 condition, uint256 amount)',
]);
const BALANCE = parseAbi(['function balanceOf(address owner) view returns (uint256)']);

let checks = 0;
function check(what, ok, found) {
  assert.ok(ok, `${what}: ${found}`);
  checks++;
  console.log(`ok ${what}`);
}

function call(to, functionName, args) {
  return { to, data: encodeFunctionData({ abi: ABI, functionName, args }), value: '0' };
}

function sets(market, what, amount) {
  if (market.version === 'v2') {
    return call(router, what, [market.conditionId, amount]);
  }
  const adapter = market.negRisk ? negRiskCollateralAdapter : collateralAdapter;
  return call(adapter, `${what}Position${what === 'merge' ? 's' : ''}`, [
    collateral, zeroHash, market.conditionId, [1n, 2n], amount,
  ]);
}

const money = (owner) => node.readContract({ address: collateral, abi: BALANCE, functionName: 'balanceOf', args: [owner] });
const shares = (market, owner) =>
  node.readContract({
    address: market.version === 'v2' ? positionManager : conditionalTokens,
    abi: ABI,
    functionName: 'balanceOfBatch',
    args: [[owner, owner], market.tokens.map((token) => BigInt(token.tokenId))],
  });

function signerOf(privateKey) {
  return createWalletClient({ account: privateKeyToAccount(privateKey), chain, transport: http() });
}

/** A builder's credentials come from the order service. */
async function builderOf(account) {
  const creds = account.credentials;
  const client = new ClobClient({
    host: venue.urls.clob,
    chain: venue.chainId,
    signer: signerOf(account.privateKey),
    creds: { key: creds.apiKey, secret: creds.secret, passphrase: creds.passphrase },
  });
  const made = await client.createBuilderApiKey();
  return new BuilderConfig({ localBuilderCreds: made });
}

function relayerOf(privateKey, builder, type) {
  return new RelayClient(venue.urls.relayer, venue.chainId, signerOf(privateKey), builder, type, { chain });
}

async function confirmed(client, response, what) {
  const end = await client.pollUntilState(
    response.transactionID,
    [RelayerTransactionState.STATE_CONFIRMED],
    RelayerTransactionState.STATE_INVALID,
    30,
  );
  check(what, end !== undefined, response.transactionID);
  return end;
}

async function done(client, response, what) {
  const end = await confirmed(client, response, what);
  const receipt = await node.getTransactionReceipt({ hash: end.transactionHash });
  check(`${what}: the chain has its receipt`, receipt.status === 'success' && receipt.logs.length > 0, receipt.status);
}

async function splitAndMerge(account, market, run) {
  const owner = account.funder;
  const name = `${account.name}, ${market.version}`;
  const before = await money(owner);
  const held = await shares(market, owner);
  await run([sets(market, 'split', 30_000_000n), sets(market, 'merge', 10_000_000n)], `${name}: split and merged`);
  check(`${name}: collateral is locked`, (await money(owner)) === before - 20_000_000n, await money(owner));
  const after = await shares(market, owner);
  check(`${name}: shares of both outcomes are there`, after.every((each, i) => each === held[i] + 20_000_000n), after);
}

const account = (kind) => venue.accounts.find((each) => each.kind === kind);
const markets = ['v1', 'v2'].map((version) => venue.markets.find((market) => market.version === version)).filter(Boolean);
check('there are markets', markets.length > 0, venue.markets.length);
const builder = await builderOf(account('eoa'));

for (const market of markets) {
  const safe = relayerOf(account('safe').privateKey, builder, RelayerTxType.SAFE);
  await splitAndMerge(account('safe'), market, async (calls, what) => done(safe, await safe.execute(calls, 'interop'), what));

  const proxy = relayerOf(account('proxy').privateKey, builder, RelayerTxType.PROXY);
  await splitAndMerge(account('proxy'), market, async (calls, what) => done(proxy, await proxy.execute(calls, 'interop'), what));

  const deposit = relayerOf(account('deposit').privateKey, builder);
  const wallet = await deposit.deriveDepositWalletAddress();
  check('the deposit wallet is where the client derives it', wallet.toLowerCase() === account('deposit').funder.toLowerCase(), wallet);
  await splitAndMerge(account('deposit'), market, async (calls, what) => {
    const deadline = String(Math.floor(Date.now() / 1000) + 240);
    const batch = calls.map(({ to, data, value }) => ({ target: to, data, value }));
    await done(deposit, await deposit.executeDepositWalletBatch(batch, wallet, deadline), what);
  });

  const key = signerOf(account('eoa').privateKey);
  await splitAndMerge(account('eoa'), market, async (calls, what) => {
    for (const { to, data } of calls) {
      const hash = await key.sendTransaction({ to, data });
      const receipt = await node.waitForTransactionReceipt({ hash });
      check(what, receipt.status === 'success', receipt.status);
    }
  });
}

const owner = account('eoa').address;
const key = signerOf(account('eoa').privateKey);
for (const amount of [5n, maxUint256]) {
  const hash = await key.writeContract({ address: collateral, abi: ABI, functionName: 'approve', args: [router, amount] });
  await node.waitForTransactionReceipt({ hash });
  const allowance = await node.readContract({ address: collateral, abi: ABI, functionName: 'allowance', args: [owner, router] });
  check(`an allowance of ${amount} is given`, allowance === amount, allowance);
}
const denominator = await node.readContract({
  address: conditionalTokens, abi: ABI, functionName: 'payoutDenominator', args: [markets[0].conditionId.padEnd(66, '0')],
});
check('nothing is resolved', denominator === 0n, denominator);
await assert.rejects(
  node.call({ account: owner, ...sets(markets[0], 'merge', 10n ** 12n), value: 0n }),
  /reverted/,
);
check('what cannot be done reverts', true);

const stranger = relayerOf(generatePrivateKey(), builder);
await confirmed(stranger, await stranger.deploy(), 'a new Safe is made');
const wallet = await stranger.deriveDepositWalletAddress();
await confirmed(stranger, await stranger.deployDepositWallet(), 'a new deposit wallet is made');
check('it is where the client derives it', await stranger.getDeployed(wallet, 'WALLET'), wallet);

console.log(`${checks} checks passed`);
