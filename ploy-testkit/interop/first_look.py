"""Starts a simulated Polymarket, looks at a book and at an account, and ends it. Needs nothing but Python 3.

    python3 first_look.py ploy simulate --json --world 'longdated:questions=2'
"""
import json
import subprocess
import sys
import urllib.request


def start(command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    return process, json.loads(process.stdout.readline())


def get(url):
    with urllib.request.urlopen(url, timeout=10) as answer:
        return json.load(answer)


def first_look(venue):
    market = venue["markets"][0]
    token = market["tokens"][0]["tokenId"]
    book = get(f"{venue['urls']['clob']}/book?token_id={token}")
    account = next(each for each in venue["accounts"] if each["kind"] == "safe")
    print(f"{market['question']} best bid {book['bids'][-1]['price']}, best ask {book['asks'][-1]['price']}")
    print(f"{account['name']} holds {account['collateral']} USD in {account['funder']}")


if __name__ == "__main__":
    process, venue = start(sys.argv[1:])
    try:
        first_look(venue)
    finally:
        process.terminate()
        process.wait()
