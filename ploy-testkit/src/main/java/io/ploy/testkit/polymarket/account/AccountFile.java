package io.ploy.testkit.polymarket.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Test accounts in a JSON file: an array of objects with the members that {@link #json} writes. Only {@code name} and
 * {@code kind} have to be there; what is left out is made of seed and name.
 */
public final class AccountFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private AccountFile() {}

    /**
     * Reads accounts.
     *
     * @param file the array
     * @param seed of the venue
     * @param chainId 137 or 80002
     * @return in the order of the file
     * @throws AccountFileException if the file cannot be read or a member is wrong
     */
    public static List<TestAccount> read(Path file, long seed, long chainId) {
        JsonNode array = parsed(file);
        if (!array.isArray()) {
            throw new AccountFileException(file + ": found no array; allowed is an array of accounts", null);
        }
        List<TestAccount> accounts = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        for (JsonNode element : array) {
            AccountMembers members = new AccountMembers(file + ": account " + (accounts.size() + 1), element);
            TestAccount account = new AccountReader(members, seed, chainId).read();
            if (!taken.add(account.name())) {
                throw members.wrong("name", "'" + account.name() + "'", "a name that no other account of the file has");
            }
            if (!taken.add(account.account().wallet())) {
                throw members.wrong(
                        "funder",
                        account.account().wallet(),
                        "a wallet that no other account of the file has; leave it out to have it made");
            }
            accounts.add(account);
        }
        return accounts;
    }

    private static JsonNode parsed(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            // Its own message would show what stands in the file, keys included.
            throw new AccountFileException(
                    file + ": found no JSON from line " + e.getLocation().getLineNr()
                            + " on; allowed is an array of accounts",
                    null);
        } catch (IOException e) {
            throw new AccountFileException(file + ": cannot be read; check that it exists and who owns it", e);
        }
    }

    /**
     * Writes accounts, keys included, so that {@link #read} gives them again whatever the seed.
     *
     * @param file is replaced if it exists
     * @param accounts in the order they are written
     * @throws AccountFileException if the file cannot be written
     */
    public static void write(Path file, List<TestAccount> accounts) {
        ArrayNode array = JSON.createArrayNode();
        accounts.forEach(account -> array.add(json(account)));
        try {
            Files.writeString(file, JSON.writeValueAsString(array) + "\n");
        } catch (IOException e) {
            throw new AccountFileException(file + ": cannot be written; check that its folder exists", e);
        }
    }

    /**
     * An account as JSON, key included.
     *
     * @param account any
     * @return an object of {@code name}, {@code kind}, {@code signatureType}, {@code privateKey}, {@code address} (the
     *     key's), {@code funder} (what holds the money), {@code collateral} (decimal text) and {@code credentials}
     */
    public static ObjectNode json(TestAccount account) {
        ObjectNode object = JSON.createObjectNode()
                .put("name", account.name())
                .put("kind", AccountReader.word(account.account().kind()))
                .put("signatureType", account.account().kind().signatureType())
                .put("privateKey", account.privateKey())
                .put("address", account.account().signer().checksummed())
                .put("funder", account.account().wallet().checksummed())
                .put("collateral", account.collateral().toString());
        object.putObject("credentials")
                .put("apiKey", account.credentials().apiKey())
                .put("secret", account.credentials().secret())
                .put("passphrase", account.credentials().passphrase());
        return object;
    }
}
