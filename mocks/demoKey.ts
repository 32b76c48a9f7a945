import type { JWK } from 'jose';

/** The demo key pair. Anyone can sign with it: a license key that it signed unlocks nothing but the mock API. */
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
