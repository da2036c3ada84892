package io.ploy.testkit.polymarket.typeddata;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import java.util.Optional;

/**
 * What typed data is signed for: a purpose, a chain, mostly a contract. Source: EIP-712.
 *
 * @param name of the purpose
 * @param version of the purpose
 * @param chainId EIP-155 number of the chain
 * @param contract who checks the signature; absent if none does
 */
public record Domain(String name, String version, long chainId, Optional<Address> contract) {
    /**
     * The domain's hash. Worth keeping: it takes four hashes to make.
     *
     * @return 32 bytes
     */
    public byte[] separator() {
        String type = "EIP712Domain(string name,string version,uint256 chainId"
                + (contract.isPresent() ? ",address verifyingContract)" : ")");
        Words words = new Words(5).text(type).text(name).text(version).number(chainId);
        contract.ifPresent(words::address);
        return words.hash();
    }

    /**
     * What is signed for a structure.
     *
     * @param separator the domain's
     * @param structHash the structure's
     * @return the digest, 32 bytes
     */
    public static byte[] digest(byte[] separator, byte[] structHash) {
        byte[] message = new byte[2 + 2 * Words.LENGTH];
        message[0] = 0x19;
        message[1] = 0x01;
        System.arraycopy(separator, 0, message, 2, Words.LENGTH);
        System.arraycopy(structHash, 0, message, 2 + Words.LENGTH, Words.LENGTH);
        return Keccak256.of(message);
    }
}
