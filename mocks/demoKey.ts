import type { JWK } from 'jose';

/** The demo key pair. It is public, so license keys signed with it unlock only the mock API. */
export const demoPrivateKey: JWK = {
  kty: 'OKP',
  crv: 'Ed25519',
  kid: 'alexandria-demo-2026',
  alg: 'EdDSA',
  use: 'sig',
  d: 'hpJyJZx-Kwd3TYfq-JUcqoxs4-D41WST8PtNeT7y2JM',
  x: 'poSpSiLz3fus7AfzxRA-DD-G8wAVSbWwS4Y7nhfDnvc',
};

/** The public half of the demo key pair. */
export const demoPublicKey: JWK = { ...demoPrivateKey };
delete demoPublicKey.d;
