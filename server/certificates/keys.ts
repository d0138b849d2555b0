/** The Ed25519 key that signs certificates: kept in DATA_DIR/keys, never in the database. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { keptSecret } from '../secrets.ts';

export interface Signer {
  /** Names the key: the first 16 characters of the sha-256 of its public half. */
  readonly id: string;
  /** RFC 8037 JSON Web Key, without the private part. */
  readonly publicKey: Readonly<Record<string, unknown>>;
  /** Signature in base64url. */
  readonly sign: (text: string) => string;
  readonly verify: (keyId: string, text: string, signature: string) => boolean;
}

export function certificateSigner(dataDir: string): Signer {
  const pem = keptSecret(dataDir, 'certificate-key.pem', () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const id = createHash('sha256').update(der).digest('hex').slice(0, 16);
  return {
    id,
    publicKey: { ...publicKey.export({ format: 'jwk' }), kid: id, use: 'sig', alg: 'EdDSA' },
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
    verify: (keyId, text, signature) =>
      keyId === id && verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url')),
  };
}
