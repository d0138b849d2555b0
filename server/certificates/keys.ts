/**
 * The Ed25519 keys that sign certificates: kept in DATA_DIR/keys, never in the database. To change the key, rename
 * certificate-key.pem to certificate-key-YEAR.pem: a new one is made at the next start, and what the old one signed
 * stays good, as does its public half at /.well-known/standpoint-keys.json.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { keptSecret } from '../secrets.ts';

const FILE = 'certificate-key.pem';
const RETIRED = /^certificate-key-[\w-]+\.pem$/;

export interface Signer {
  /** Names the key: the first 16 characters of the sha-256 of its public half. */
  readonly id: string;
  /** RFC 8037 JSON Web Keys without the private part: the one that signs, then those that did. */
  readonly publicKeys: readonly Readonly<Record<string, unknown>>[];
  /** Signature in base64url. */
  readonly sign: (text: string) => string;
  /** False also where no key has this id. */
  readonly verify: (keyId: string, text: string, signature: string) => boolean;
}

export function certificateSigner(dataDir: string): Signer {
  const privateKey = createPrivateKey(keptSecret(dataDir, FILE, makeKey));
  const keys = [createPublicKey(privateKey), ...retiredKeys(path.join(dataDir, 'keys'))];
  const byId = new Map(keys.map((key) => [keyId(key), key]));
  return {
    id: keyId(privateKey),
    publicKeys: Array.from(byId, ([kid, key]) => ({ ...key.export({ format: 'jwk' }), kid, use: 'sig', alg: 'EdDSA' })),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
    verify: (id, text, signature) => {
      const key = byId.get(id);
      return key !== undefined && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
    },
  };
}

const makeKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Their public halves are enough: of a retired key the private one may be destroyed. */
const retiredKeys = (folder: string): KeyObject[] =>
  readdirSync(folder)
    .filter((name) => RETIRED.test(name))
    .sort()
    .map((name) => createPublicKey(readFileSync(path.join(folder, name))));

function keyId(key: KeyObject): string {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return createHash('sha256')
    .update(half.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
}
